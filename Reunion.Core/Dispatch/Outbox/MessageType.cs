namespace Reunion.Core.Dispatch.Outbox;

/// <summary>The types of messages to partners, as they stand in the message.</summary>
public static class MessageType
{
    /// <summary>An alert went out.</summary>
    public const string AlertIssued = "alert.issued";

    /// <summary>A circle grew, or a new one was opened.</summary>
    public const string AlertExpanded = "alert.expanded";

    /// <summary>Texts or facts changed.</summary>
    public const string AlertUpdated = "alert.updated";

    /// <summary>An alert was paused.</summary>
    public const string AlertPaused = "alert.paused";

    /// <summary>An alert goes on.</summary>
    public const string AlertResumed = "alert.resumed";

    /// <summary>An alert is over.</summary>
    public const string AlertEnded = "alert.ended";

    /// <summary>A batch of device ids to tell.</summary>
    public const string AlertRecipients = "alert.recipients";

    /// <summary>A tip that the partner sent was reviewed.</summary>
    public const string TipReviewed = "tip.reviewed";

    /// <summary>The police made something clear in public.</summary>
    public const string ClarificationPublished = "clarification.published";

    /// <summary>Asks whether the endpoint is there.</summary>
    public const string PartnerPing = "partner.ping";
}
