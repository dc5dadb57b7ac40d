using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Sends a partner what is due, and records what came of it.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="sender">Makes the attempts.</param>
/// <param name="records">Keeps what they came to.</param>
/// <param name="vault">Opens the signing secrets.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
/// <param name="log">Hears of endpoints that are gone.</param>
public sealed class DrainOutbox(
    IDbContextFactory<ReunionDbContext> factory, WebhookSender sender, AttemptRecords records, WebhookSecretVault vault,
    LiveFeed live, TimeProvider clock, ILogger<DrainOutbox> log)
{
    private const int Concurrency = 8;

    /// <summary>Sends until nothing more is due.</summary>
    /// <param name="partnerId">The partner; one call at a time for each.</param>
    /// <param name="circuit">The partner's circuit: while it is open nothing is tried.</param>
    /// <param name="cancel">Stops between messages.</param>
    /// <returns>When to look again, or null when only a change of rows can bring work.</returns>
    internal async Task<DateTimeOffset?> ExecuteAsync(
        PartnerId partnerId, ResiliencePipeline<AttemptResult> circuit, CancellationToken cancel = default)
    {
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            var partner = await db.Set<Partner>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == partnerId, cancel);
            // An endpoint that is gone holds back what would go there, and nothing else.
            var modes = Enum.GetValues<AlertMode>().Where(m => partner?.EndpointGoneFor(isDrill: m != AlertMode.Actual) is null).ToList();
            if (partner is null || modes.Count == 0)
                return null;
            if (partner.Status == PartnerStatus.Removed)
                await PartnerLeave.WithdrawAsync(db, partnerId, cancel);
            var now = clock.GetUtcNow();
            var isHeld = partner.Status != PartnerStatus.Active || partner.DeliveryPausedAtUtc is not null;
            // A partner that is suspended or paused is sent nothing but that alerts are over: it still shows the child's photo.
            var messages = isHeld
                ? await DueMessages.NextEndsAsync(db, partnerId, modes, now, Concurrency, cancel)
                : await DueMessages.NextAsync(db, partnerId, modes, now, Concurrency, cancel);
            if (messages.Count == 0)
                return isHeld ? null : await NextLookAsync(db, partnerId, modes, now, cancel);

            var keys = await PartnerTarget.KeysAsync(db, partner, vault, now, cancel);
            var results = await Task.WhenAll(messages.Select(m => AttemptAsync(m, partner, keys, circuit, cancel)));
            var tried = messages.Zip(results).Where(x => x.Second is not null).Select(x => (x.First.Delivery, Result: x.Second!)).ToList();
            await records.SaveAsync(tried, cancel);
            await TellAsync(partner, tried, cancel);
            if (tried.Count < messages.Count)
                return now + PartnerCircuit.BreakDuration;
        }
    }

    private async Task<AttemptResult?> AttemptAsync(
        OutgoingMessage message, Partner partner, IReadOnlyList<byte[]> keys, ResiliencePipeline<AttemptResult> circuit, CancellationToken cancel)
    {
        if (PartnerTarget.Of(partner, message.Delivery.Mode, keys) is not { } target)
            return new AttemptResult("no_endpoint", false, false, null, TimeSpan.Zero);
        try
        {
            return await circuit.ExecuteAsync(async token => await sender.SendAsync(message, target, token), cancel);
        }
        catch (BrokenCircuitException)
        {
            return null;
        }
    }

    // A batch of a paused alert is due but may not go: look again later without spinning.
    private static async Task<DateTimeOffset?> NextLookAsync(
        ReunionDbContext db, PartnerId partner, IReadOnlyCollection<AlertMode> modes, DateTimeOffset now, CancellationToken cancel)
    {
        var due = await DueMessages.NextDueAsync(db, partner, modes, cancel);
        return due is { } at && at <= now ? now + TimeSpan.FromSeconds(1) : due;
    }

    private async Task TellAsync(Partner partner, List<(Delivery Delivery, AttemptResult Result)> tried, CancellationToken cancel)
    {
        foreach (var isDrill in tried.Where(t => t.Result.IsGone).Select(t => t.Delivery.Mode != AlertMode.Actual).Distinct())
            await MarkGoneAsync(partner, isDrill, cancel);

        foreach (var alert in tried.Where(t => t.Delivery.AlertId is not null).Select(t => t.Delivery.AlertId!.Value).Distinct())
            live.Publish(new DeliveryProgressed(alert, partner.Id));
    }

    // Whoever moved the endpoint meanwhile is not told that the new one is gone.
    private async Task MarkGoneAsync(Partner partner, bool isDrill, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (row, now) = (db.Set<Partner>().Where(p => p.Id == partner.Id), clock.GetUtcNow());
        await (isDrill
            ? row.Where(p => p.ExerciseEndpoint == partner.ExerciseEndpoint)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.ExerciseEndpointGoneAtUtc, now), cancel)
            : row.Where(p => p.Endpoint == partner.Endpoint)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.EndpointGoneAtUtc, now), cancel));
        log.LogError(
            "The endpoint of {Partner} for {Mode} alerts answered 410 and is not tried again until somebody says so",
            partner.Id, isDrill ? "exercise" : "actual");
        live.Publish(new PartnerChanged(partner.Id));
    }
}
