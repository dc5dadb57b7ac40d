using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Geofencing;
using Reunion.Core.Geofencing.Traffic;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Health;

/// <summary>Says how every partner does.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="presence">Counts phones.</param>
/// <param name="traffic">Says when positions last came.</param>
/// <param name="circuits">Says which circuits are open.</param>
/// <param name="clock">Ends the window.</param>
/// <remarks>Thread-safe. Costs two queries whatever was sent: attempts are counted by the hour when they are made.</remarks>
public sealed class ReadHealth(
    IDbContextFactory<ReunionDbContext> factory, PresenceIndex presence, PresenceTraffic traffic, PartnerCircuits circuits, TimeProvider clock)
{
    /// <summary>The hours that rates and times are of, the running one included.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>How every partner does, removed ones too, by partner.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    /// <param name="cancel">Stops the queries.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyDictionary<PartnerId, PartnerHealth>> ExecuteAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        var now = clock.GetUtcNow();
        var running = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero);
        var first = running - Window + TimeSpan.FromHours(1);
        await using var db = await factory.CreateDbContextAsync(cancel);
        // One seek a partner for what waits; the newest hour also tells of a contact before the window.
        var partners = await db.Set<Partner>().Select(p => new
        {
            p.Id,
            Pending = db.Set<Delivery>().Count(d => d.PartnerId == p.Id && d.Status == DeliveryStatus.Pending),
            Oldest = db.Set<Delivery>().Where(d => d.PartnerId == p.Id && d.Status == DeliveryStatus.Pending)
                .Min(d => (DateTimeOffset?)d.CreatedAtUtc),
            Newest = db.Set<AttemptHour>().Where(h => h.PartnerId == p.Id).OrderByDescending(h => h.HourUtc).FirstOrDefault(),
        }).AsNoTracking().ToListAsync(cancel);
        var hours = (await db.Set<AttemptHour>().AsNoTracking().Where(h => h.HourUtc >= first).ToListAsync(cancel)).ToLookup(h => h.PartnerId);

        PartnerHealth Health(PartnerId id, int pending, DateTimeOffset? oldest, AttemptHour? newest)
        {
            var byHour = hours[id].ToDictionary(h => h.HourUtc);
            var durations = byHour.Values.Select(h => h.Durations).ToList();
            return new PartnerHealth(
                id, presence.CountPhones(id), traffic.Of(id).LastReportAtUtc,
                [.. Enumerable.Range(0, (int)Window.TotalHours).Select(i => first.AddHours(i)).Select(at =>
                    byHour.TryGetValue(at, out var hour) ? new HourFigure(at, hour.Attempts, hour.Delivered) : new HourFigure(at, 0, 0))],
                DurationCounts.Within(durations, 0.5), DurationCounts.Within(durations, 0.99), pending, oldest, circuits.IsOpen(id),
                newest?.LastResult, newest?.LastAttemptAtUtc, newest?.LastDeliveredAtUtc);
        }

        return partners.ToDictionary(p => p.Id, p => Health(p.Id, p.Pending, p.Oldest, p.Newest));
    }
}
