namespace Reunion.Core.Alerts;

/// <summary>Why a circle was opened.</summary>
public enum CircleReason
{
    /// <summary>The child was last seen there.</summary>
    LastSeen,

    /// <summary>A verified tip places the child there.</summary>
    Sighting,
}
