using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>Somebody saw something.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Tip">The tip.</param>
public sealed record TipArrived(AlertId Alert, TipId Tip) : LiveEvent;
