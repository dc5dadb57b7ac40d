namespace Reunion.Core.Alerts.Publishing;

/// <summary>One circle of an alert, as published.</summary>
/// <param name="CircleId">Identifies the circle.</param>
/// <param name="Reason">Why it was opened.</param>
/// <param name="Center">Its centre in the reader's datum.</param>
/// <param name="RadiusMetres">Its radius now, in metres.</param>
/// <param name="NextRadiusMetres">Its radius after it grows next, in metres; null at its largest.</param>
/// <param name="NextAt">When it grows next; null at its largest.</param>
public sealed record AlertCircle(
    string CircleId, CircleReason Reason, AlertPoint Center, double RadiusMetres, double? NextRadiusMetres, DateTimeOffset? NextAt);
