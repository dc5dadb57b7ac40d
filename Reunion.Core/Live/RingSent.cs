using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>A circle grew and the phones of its new ring are on their way to the partners.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Circle">The circle that grew.</param>
/// <param name="Ring">The ring that was sent, from 1.</param>
public sealed record RingSent(AlertId Alert, CircleId Circle, int Ring) : LiveEvent;
