using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>A parent reported a missing child; the case is a draft that nobody has looked at.</summary>
/// <param name="Case">The draft.</param>
/// <param name="UnitCode">The code of the police unit that it was given to.</param>
public sealed record ChildReported(CaseId Case, string UnitCode) : LiveEvent;
