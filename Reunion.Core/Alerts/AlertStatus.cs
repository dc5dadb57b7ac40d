namespace Reunion.Core.Alerts;

/// <summary>Whether an alert is under way.</summary>
public enum AlertStatus
{
    /// <summary>Circles grow and phones are told.</summary>
    Live,

    /// <summary>Nothing is sent until it is resumed.</summary>
    Paused,

    /// <summary>Over; partners are told to take the photo down.</summary>
    Ended,
}
