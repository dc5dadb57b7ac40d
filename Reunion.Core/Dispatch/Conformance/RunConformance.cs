using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Core.Dispatch.Conformance;

/// <summary>
/// Runs the scripted session against a partner's exercise endpoint. Everything it sends is of a made-up exercise that has no row;
/// the outbox, its retries and the circuit know nothing of it.
/// </summary>
/// <param name="probe">Checks who asks and finds the endpoint.</param>
/// <param name="sender">Sends and keeps the exchanges.</param>
/// <param name="site">Makes the links in the alert.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe; two sessions at a time have alerts of their own.</remarks>
public sealed class RunConformance(EndpointProbe probe, ExchangeSender sender, PublicSite site, TimeProvider clock)
{
    /// <summary>Runs every step, one after the other.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="told">Hears of each step when it is done; the next waits for it.</param>
    /// <param name="cancel">Stops the session.</param>
    /// <returns>The report. When nothing answers the first step, the others are not tried: each would wait 15 s for nothing.</returns>
    /// <exception cref="ProblemException"><c>forbidden</c>, <c>not_found</c> or <c>no_exercise_endpoint</c>.</exception>
    public async Task<ConformanceReport> ExecuteAsync(
        Actor actor, PartnerId id, Func<StepResult, Task>? told = null, CancellationToken cancel = default)
    {
        var (partner, target) = await probe.BeginAsync(actor, id, AlertMode.Exercise, AuditAction.ConformanceRun, cancel);
        var started = clock.GetUtcNow();
        var alert = new MadeUpAlert(partner, site, clock);
        var script = ConformanceSteps.For(partner.Targeting, partner.RecipientFormat);
        var results = new List<StepResult>();
        var (message, contentType, body) = ("", "", Array.Empty<byte>());
        foreach (var step in script)
        {
            if (!step.IsRepeat)
            {
                var next = TypedId.New<MessageId>(clock);
                message = next.ToString();
                (contentType, body) = alert.Message(next, step);
            }

            var signed = FlawedSigning.Sign(message, contentType, body, step.Flaw, target.SigningKeys, clock.GetUtcNow());
            var result = new StepResult(step, await sender.SendAsync(signed, target, cancel));
            results.Add(result);
            if (told is not null)
                await told(result);
            if (results is [{ Exchange.Status: null }])
                break;
        }

        return new ConformanceReport(partner.Name, target.Endpoint.ToString(), started, script, results);
    }
}
