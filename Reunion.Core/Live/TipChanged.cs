using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>Something about a tip changed that is colleagues' business only, such as who looks into it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Tip">The tip.</param>
public sealed record TipChanged(AlertId Alert, TipId Tip) : LiveEvent;
