namespace Reunion.Core.Alerts;

/// <summary>From when the first circle's clock counts.</summary>
public enum ClockStart
{
    /// <summary>From the report to the police.</summary>
    Report,

    /// <summary>From when the child was last seen.</summary>
    LastSeen,
}
