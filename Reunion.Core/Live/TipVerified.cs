using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>A tip was found to be true: who runs the case is told at once.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Tip">The tip.</param>
/// <param name="UnitCode">The code of the police unit that owns the case.</param>
public sealed record TipVerified(AlertId Alert, TipId Tip, string UnitCode) : LiveEvent;
