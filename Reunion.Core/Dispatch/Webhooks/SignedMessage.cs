namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>A message with its signature, right or deliberately wrong.</summary>
/// <param name="Id">The value of <c>webhook-id</c>.</param>
/// <param name="Timestamp">The value of <c>webhook-timestamp</c> in Unix seconds.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="Body">The body's bytes.</param>
/// <param name="Signature">The value of <c>webhook-signature</c>.</param>
internal sealed record SignedMessage(string Id, long Timestamp, string ContentType, byte[] Body, string Signature)
{
    /// <summary>Signs a message with each of some secrets, for an attempt at a time.</summary>
    public static SignedMessage Sign(string id, string contentType, byte[] body, IEnumerable<byte[]> keys, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds();
        return new SignedMessage(id, timestamp, contentType, body, WebhookSignature.Sign(id, timestamp, body, keys));
    }
}
