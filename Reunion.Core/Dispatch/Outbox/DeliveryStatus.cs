namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryStatus
{
    /// <summary>To be sent, or sent again.</summary>
    Pending,

    /// <summary>The partner answered 2xx.</summary>
    Delivered,

    /// <summary>Not needed any more: the alert ended before it was sent, or what it reminds of was done.</summary>
    Withdrawn,
}
