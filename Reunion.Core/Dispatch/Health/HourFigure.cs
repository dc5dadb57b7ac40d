namespace Reunion.Core.Dispatch.Health;

/// <summary>What was posted to a partner within one hour.</summary>
/// <param name="HourUtc">When the hour began.</param>
/// <param name="Attempts">Messages that were posted.</param>
/// <param name="Delivered">Those that the partner took.</param>
public sealed record HourFigure(DateTimeOffset HourUtc, int Attempts, int Delivered)
{
    /// <summary>Those that it did not take.</summary>
    public int Failed => Attempts - Delivered;
}
