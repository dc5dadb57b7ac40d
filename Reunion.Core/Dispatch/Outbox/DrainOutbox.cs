using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
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
    /// <summary>Sends until nothing more is due.</summary>
    /// <param name="partnerId">The partner; one call at a time for each.</param>
    /// <param name="circuit">The partner's circuit: while it is open, only what was tried before is tried, and now and then one more.</param>
    /// <param name="cancel">Stops between messages.</param>
    /// <returns>When to look again, or null when only a change of rows can bring work.</returns>
    internal async Task<DateTimeOffset?> ExecuteAsync(PartnerId partnerId, PartnerCircuit circuit, CancellationToken cancel = default)
    {
        var flight = new MessagesInFlight(clock);
        try
        {
            while (true)
            {
                var next = flight.Room > 0 ? await LaunchAsync(partnerId, circuit, flight, cancel) : null;
                if (flight.IsEmpty)
                    return next;
                var made = await flight.LandAsync(next, cancel);
                await records.SaveAsync(made, cancel);
                await TellAsync(partnerId, made, cancel);
            }
        }
        finally
        {
            await flight.EndAsync();
        }
    }

    // Sends as much as has room, and says when more is due.
    private async Task<DateTimeOffset?> LaunchAsync(PartnerId partnerId, PartnerCircuit circuit, MessagesInFlight flight, CancellationToken cancel)
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
        var asked = new DueQuestion(partnerId, modes, now, flight.Room, flight.Deliveries, circuit.IsOpen);
        var messages = await PickAsync(db, asked, isHeld, cancel);
        if (messages.Count == 0 && circuit.IsProbeDue)
            messages = await PickAsync(db, asked with { Most = 1, IsOnlyRetries = false }, isHeld, cancel);

        var keys = messages.Count == 0 ? [] : await PartnerTarget.KeysAsync(db, partner, vault, now, cancel);
        foreach (var message in messages)
            flight.Add(message.Delivery, partner, AttemptAsync(message, partner, keys, circuit, cancel));
        return isHeld || flight.Room == 0 ? null : await NextLookAsync(db, asked with { InFlight = flight.Deliveries }, circuit, cancel);
    }

    // A partner that is suspended or paused is sent nothing but that alerts are over: it still shows the child's photo.
    private static Task<IReadOnlyList<OutgoingMessage>> PickAsync(ReunionDbContext db, DueQuestion asked, bool isHeld, CancellationToken cancel) =>
        isHeld ? DueMessages.NextEndsAsync(db, asked, cancel) : DueMessages.NextAsync(db, asked, cancel);

    private Task<AttemptResult?> AttemptAsync(
        OutgoingMessage message, Partner partner, IReadOnlyList<byte[]> keys, PartnerCircuit circuit, CancellationToken cancel) =>
        PartnerTarget.Of(partner, message.Delivery.Mode, keys) is { } target
            ? circuit.TryAsync(message.Delivery.Attempts > 0, async token => await sender.SendAsync(message, target, token), cancel)
            : Task.FromResult<AttemptResult?>(new AttemptResult("no_endpoint", false, false, null, TimeSpan.Zero));

    private static async Task<DateTimeOffset?> NextLookAsync(ReunionDbContext db, DueQuestion asked, PartnerCircuit circuit, CancellationToken cancel)
    {
        var due = await DueMessages.NextDueAsync(db, asked with { IsOnlyRetries = false }, cancel);
        if (due is { } any && circuit.IsOpen)
        {
            var retry = await DueMessages.NextDueAsync(db, asked with { IsOnlyRetries = true }, cancel);
            var probe = any > circuit.ProbeAtUtc ? any : circuit.ProbeAtUtc;
            due = retry < probe ? retry : probe;
        }

        // A batch of a paused alert is due but may not go: look again later without spinning.
        return due <= asked.Now ? asked.Now + TimeSpan.FromSeconds(1) : due;
    }

    private async Task TellAsync(PartnerId partnerId, IReadOnlyList<MessageAttempt> made, CancellationToken cancel)
    {
        foreach (var (partner, isDrill) in made.Where(t => t.Result.IsGone).Select(t => (t.Partner, t.Delivery.Mode != AlertMode.Actual)).Distinct())
            await MarkGoneAsync(partner, isDrill, cancel);

        foreach (var alert in made.Where(t => t.Delivery.AlertId is not null).Select(t => t.Delivery.AlertId!.Value).Distinct())
            live.Publish(new DeliveryProgressed(alert, partnerId));
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
