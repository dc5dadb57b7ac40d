using Reunion.Core.Dispatch.Rings;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>A message that is due, with the devices of its batch if it carries one.</summary>
/// <param name="Delivery">The row.</param>
/// <param name="Batch">The batch, for recipients.</param>
internal sealed record OutgoingMessage(Delivery Delivery, RecipientBatch? Batch)
{
    /// <summary>The body's bytes, the same on every attempt.</summary>
    public byte[] Body() => Batch is null ? Delivery.Body : RecipientBody.Whole(Delivery.Body, Batch.Devices);

    /// <summary>The body's media type.</summary>
    public string ContentType => Batch is null ? MessageBody.ContentType : RecipientBody.ContentTypeOf(Delivery.Body);
}
