using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Reads what waits for a partner, why, and since when.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="circuits">Says whether the partner's circuit is open.</param>
/// <param name="clock">Says what is due.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadPending(IDbContextFactory<ReunionDbContext> factory, PartnerCircuits circuits, TimeProvider clock)
{
    /// <summary>What waits for a partner, by reason, the longest waiting first.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="id">The partner.</param>
    /// <param name="cancel">Stops the queries.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, or <c>not_found</c>.</exception>
    public async Task<PendingOverview> ExecuteAsync(Actor actor, PartnerId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePartners);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var partner = await db.Set<Partner>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel)
            ?? throw ProblemException.NotFound("partner");
        var now = clock.GetUtcNow();
        // A long outage leaves many rows; the database counts them.
        var rows = await db.Set<Delivery>().Where(d => d.PartnerId == id && d.Status == DeliveryStatus.Pending)
            .GroupBy(d => new { d.AlertId, d.Mode, d.Type, d.LastResult, IsDue = d.NextAttemptAtUtc <= now })
            .Select(g => new Waiting(
                g.Key.AlertId, g.Key.Mode, g.Key.Type, g.Key.LastResult, g.Key.IsDue, g.Count(), g.Min(d => d.CreatedAtUtc),
                g.Min(d => d.NextAttemptAtUtc)))
            .ToListAsync(cancel);
        var alerts = rows.Select(r => r.AlertId).OfType<AlertId>().Distinct().ToList();
        var paused = await db.Set<Alert>().Where(a => alerts.Contains(a.Id) && a.Status == AlertStatus.Paused).Select(a => a.Id).ToListAsync(cancel);
        var ahead = rows.Where(r => r.Type is MessageType.AlertIssued or MessageType.AlertEnded).Select(r => r.AlertId).ToHashSet();
        var isOpen = circuits.IsOpen(id);

        PendingReason Why(Waiting r)
        {
            if (Held(partner, r.Type, r.Mode) is { } held)
                return held;
            if (partner.EndpointFor(isDrill: r.Mode != AlertMode.Actual) is null)
                return PendingReason.NoEndpoint;
            if (r.Type == MessageType.AlertRecipients && r.AlertId is { } alert && paused.Contains(alert))
                return PendingReason.AlertPaused;
            if (r.Type == MessageType.AlertRecipients && ahead.Contains(r.AlertId))
                return PendingReason.AfterAlert;
            if (isOpen && r.LastResult.Length == 0)
                return PendingReason.CircuitOpen;
            return r.IsDue ? PendingReason.Due : PendingReason.Failed;
        }

        var groups = rows.GroupBy(r => (Reason: Why(r), r.LastResult))
            .Select(g => new PendingGroup(
                g.Key.Reason, g.Key.LastResult, g.Sum(r => r.Count), g.Min(r => r.SinceUtc), g.Min(r => r.NextAttemptAtUtc)))
            .OrderBy(g => g.SinceUtc).ThenBy(g => g.Reason).ToList();
        return new PendingOverview(groups, isOpen, partner.DeliveryPausedAtUtc);
    }

    // What holds a partner's messages as a whole; that an alert is over goes out unless the endpoint is gone.
    private static PendingReason? Held(Partner partner, string type, AlertMode mode) => partner switch
    {
        _ when partner.EndpointGoneFor(isDrill: mode != AlertMode.Actual) is not null => PendingReason.EndpointGone,
        _ when type == MessageType.AlertEnded => null,
        { Status: not PartnerStatus.Active } => PendingReason.Suspended,
        { DeliveryPausedAtUtc: not null } => PendingReason.Paused,
        _ => null,
    };

    private sealed record Waiting(
        AlertId? AlertId, AlertMode Mode, string Type, string LastResult, bool IsDue, int Count, DateTimeOffset SinceUtc,
        DateTimeOffset NextAttemptAtUtc);
}
