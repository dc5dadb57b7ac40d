using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Core.Dispatch.Conformance;

/// <summary>Asks a partner's endpoint, once and at once, whether it is there. Leaves outbox, retries and circuit alone.</summary>
/// <param name="probe">Checks who asks and finds the endpoint.</param>
/// <param name="sender">Sends and keeps the exchange.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe. A suspended partner can be asked, so that it can be tried before it is reinstated.</remarks>
public sealed class PingPartner(EndpointProbe probe, ExchangeSender sender, TimeProvider clock)
{
    /// <summary>Sends <c>partner.ping</c>.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="mode">Which of its endpoints: that for actual alerts, or that for exercises and tests.</param>
    /// <param name="cancel">Stops waiting for the answer.</param>
    /// <returns>What was sent and what came back, within 15 s.</returns>
    /// <exception cref="ProblemException"><c>forbidden</c>, <c>not_found</c> or <c>no_exercise_endpoint</c>.</exception>
    public async Task<Exchange> ExecuteAsync(Actor actor, PartnerId id, AlertMode mode, CancellationToken cancel = default)
    {
        var (_, target) = await probe.BeginAsync(actor, id, mode, AuditAction.PartnerPinged, cancel);
        var now = clock.GetUtcNow();
        var body = MessageBody.Of(MessageType.PartnerPing, now, new { });
        var signed = SignedMessage.Sign(TypedId.New<MessageId>(clock).ToString(), MessageBody.ContentType, body, target.SigningKeys, now);
        return await sender.SendAsync(signed, target, cancel);
    }
}
