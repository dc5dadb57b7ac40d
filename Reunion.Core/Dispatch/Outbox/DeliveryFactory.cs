using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Partners;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Makes messages to partners, with their bytes frozen.</summary>
/// <param name="publisher">Writes the alert in the partner's datum.</param>
/// <param name="clock">Gives the time of the message.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class DeliveryFactory(AlertPublisher publisher, TimeProvider clock)
{
    /// <summary>The message of one revision.</summary>
    /// <param name="partner">Whom it goes to.</param>
    /// <param name="facts">The alert and its case.</param>
    /// <param name="revision">What it tells.</param>
    /// <param name="isFirst">Whether the partner hears of the alert for the first time: then it is told that it was issued.</param>
    /// <param name="ringIsSilent">Whether the ring that the revision tells of is silent; null when it tells of none.</param>
    public Delivery ForRevision(Partner partner, AlertFacts facts, AlertRevision revision, bool isFirst, bool? ringIsSilent = null)
    {
        var type = revision.Change switch
        {
            _ when isFirst => MessageType.AlertIssued,
            AlertChange.Issued => MessageType.AlertIssued,
            AlertChange.Expanded => MessageType.AlertExpanded,
            AlertChange.Updated => MessageType.AlertUpdated,
            AlertChange.Paused => MessageType.AlertPaused,
            AlertChange.Resumed => MessageType.AlertResumed,
            _ => MessageType.AlertEnded,
        };
        var data = publisher.Publish(facts, revision, partner.Datum, isFirst, ringIsSilent);
        return Message(partner.Id, facts.Alert.Id, facts.Alert.Mode, type, revision.Number, data);
    }

    /// <summary>The message that tells a partner what came of a tip that it sent.</summary>
    /// <param name="partner">Whom it goes to.</param>
    /// <param name="mode">The mode of the alert that the tip answers: what came of a drill's tip goes where the drill went.</param>
    /// <param name="data">What it tells.</param>
    public Delivery ForReview(PartnerId partner, AlertMode mode, TipReviewedData data) =>
        Message(partner, null, mode, MessageType.TipReviewed, 0, data);

    /// <summary>The message that tells a partner what the police made clear in public.</summary>
    /// <param name="partner">Whom it goes to.</param>
    /// <param name="data">What it tells.</param>
    public Delivery ForClarification(PartnerId partner, ClarificationData data) =>
        Message(partner, null, AlertMode.Actual, MessageType.ClarificationPublished, 0, data);

    /// <summary>The message that carries a batch.</summary>
    /// <param name="partner">Whom it goes to.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="innerRadiusMetres">The ring's inner radius in metres.</param>
    /// <param name="outerRadiusMetres">The ring's outer radius in metres.</param>
    /// <param name="isSilent">Whether its phones should be told without a sound.</param>
    /// <param name="batch">Makes the batch once its message's id is known.</param>
    public (Delivery Delivery, RecipientBatch Batch) ForBatch(
        Partner partner, Alert alert, double innerRadiusMetres, double outerRadiusMetres, bool isSilent,
        Func<MessageId, RecipientBatch> batch)
    {
        var now = clock.GetUtcNow();
        var id = TypedId.New<MessageId>(clock);
        var recipients = batch(id);
        var head = RecipientBody.Head(recipients, innerRadiusMetres, outerRadiusMetres, isSilent, partner.RecipientFormat, now);
        var order = recipients.Ring * 1_000_000L + recipients.Batch;
        return (Row(id, partner.Id, alert.Id, alert.Mode, MessageType.AlertRecipients, order, head, now), recipients);
    }

    private Delivery Message(PartnerId partner, AlertId? alert, AlertMode mode, string type, long order, object data)
    {
        var now = clock.GetUtcNow();
        var body = MessageBody.Of(type, now, data);
        return Row(TypedId.New<MessageId>(clock), partner, alert, mode, type, order, body, now);
    }

    private static Delivery Row(
        MessageId id, PartnerId partner, AlertId? alert, AlertMode mode, string type, long order, byte[] body, DateTimeOffset now) => new()
        {
            Id = id,
            PartnerId = partner,
            AlertId = alert,
            Mode = mode,
            Type = type,
            Body = body,
            Order = order,
            CreatedAtUtc = now,
            NextAttemptAtUtc = now,
        };
}
