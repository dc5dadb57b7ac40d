using System.Net;
using Reunion.Core.Dispatch.Outbox;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Makes one attempt to hand a message of the outbox to a partner.</summary>
/// <param name="exchanges">Posts it.</param>
/// <param name="clock">Gives the attempt's timestamp.</param>
/// <remarks>Thread-safe. Never throws for what a partner does.</remarks>
public sealed class WebhookSender(ExchangeSender exchanges, TimeProvider clock)
{
    /// <summary>Posts one message.</summary>
    internal async Task<AttemptResult> SendAsync(OutgoingMessage message, PartnerTarget target, CancellationToken cancel)
    {
        var signed = SignedMessage.Sign(message.Delivery.Id.ToString(), message.ContentType, message.Body(), target.SigningKeys, clock.GetUtcNow());
        var exchange = await exchanges.SendAsync(signed, target, cancel);
        return new AttemptResult(
            exchange.Result, exchange.IsAccepted, exchange.Status == (int)HttpStatusCode.Gone, exchange.RetryAfter, exchange.Duration)
        {
            Status = exchange.Status,
            Answer = exchange.Status is null ? null : AnswerText.Of(exchange.AnswerStart),
            EndpointUsed = exchange.Endpoint.ToString(),
        };
    }
}
