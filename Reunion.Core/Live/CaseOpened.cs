using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>A person opened a case file.</summary>
/// <param name="Case">The case.</param>
public sealed record CaseOpened(CaseId Case) : LiveEvent;
