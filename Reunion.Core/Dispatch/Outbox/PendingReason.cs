namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Why a message has not been taken yet.</summary>
public enum PendingReason
{
    /// <summary>It is about to be sent.</summary>
    Due,

    /// <summary>It failed, and is tried again at its time.</summary>
    Failed,

    /// <summary>Others kept failing; what was never tried waits until one is taken.</summary>
    CircuitOpen,

    /// <summary>Phones wait until the partner took the message that the alert was issued, or that it is over.</summary>
    AfterAlert,

    /// <summary>The alert is paused.</summary>
    AlertPaused,

    /// <summary>The partner has no endpoint for exercises.</summary>
    NoEndpoint,

    /// <summary>An operator paused what is sent to the partner.</summary>
    Paused,

    /// <summary>The partner is suspended.</summary>
    Suspended,

    /// <summary>The endpoint answered that it is gone, and must be changed.</summary>
    EndpointGone,
}
