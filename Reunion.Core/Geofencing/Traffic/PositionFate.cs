namespace Reunion.Core.Geofencing.Traffic;

/// <summary>What becomes of a position that a partner sends.</summary>
public enum PositionFate
{
    /// <summary>It was stored.</summary>
    Stored,

    /// <summary>It was good, but a newer one of the same phone is known.</summary>
    OlderThanKnown,

    /// <summary>Refused: no device number, or 0.</summary>
    DeviceInvalid,

    /// <summary>Refused: no latitude.</summary>
    LatitudeOutOfRange,

    /// <summary>Refused: no longitude.</summary>
    LongitudeOutOfRange,

    /// <summary>Refused: over five minutes ahead of our clock.</summary>
    AtInFuture,

    /// <summary>Refused: older than positions are kept.</summary>
    AtTooOld,

    /// <summary>Refused: no position at all.</summary>
    Malformed,
}
