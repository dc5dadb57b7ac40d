using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>One message to one partner, from the commit of what it tells to the partner's answer.</summary>
public sealed class Delivery : IVersioned
{
    /// <summary>Identifies the message; the same on every attempt. Sorts by when it was made.</summary>
    public required MessageId Id { get; init; }

    /// <summary>Whom it goes to.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>The alert it is about, if any.</summary>
    public AlertId? AlertId { get; init; }

    /// <summary>The alert's mode when it was made; decides the endpoint, and is checked again on sending.</summary>
    public AlertMode Mode { get; init; }

    /// <summary>One of <see cref="MessageType"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The body's bytes; for recipients the part before the device ids, see <see cref="RecipientBody"/>.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The order within an alert: a smaller number goes first.</summary>
    public required long Order { get; init; }

    /// <summary>When it was committed.</summary>
    public required DateTimeOffset CreatedAtUtc { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryStatus Status { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next.</summary>
    public DateTimeOffset NextAttemptAtUtc { get; set; }

    /// <summary>When the partner took it.</summary>
    public DateTimeOffset? DeliveredAtUtc { get; set; }

    /// <summary>What the last attempt came to: an HTTP status, or a word such as <c>timeout</c>.</summary>
    public string LastResult { get; set; } = "";

    /// <inheritdoc/>
    public int Version { get; set; }
}
