using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>A case was filed, changed or closed.</summary>
/// <param name="Case">The case.</param>
public sealed record CaseChanged(CaseId Case) : LiveEvent;
