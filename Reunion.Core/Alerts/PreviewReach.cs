using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reunion.Core.Alerts.Night;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Caching;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts;

/// <summary>Says, before an alert is issued, whom it would reach now and what each next step adds.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="presence">Counts phones.</param>
/// <param name="night">Says which rings would be silent.</param>
/// <param name="options">The pace of the alert clock.</param>
/// <param name="clock">Gives the time.</param>
public sealed class PreviewReach(
    IDbContextFactory<ReunionDbContext> factory, PresenceIndex presence, NightRule night, IOptions<AlertClockOptions> options, TimeProvider clock)
{
    // A centre that is dragged asks several times a second, and partners come and go far more slowly.
    private readonly BriefCache<bool, List<Partner>> _active = new(TimeSpan.FromSeconds(2), clock);

    /// <summary>Counts for every step of the schedule.</summary>
    /// <param name="actor">Needs <see cref="Permission.RunCases"/>.</param>
    /// <param name="missing">The case; only its place and times count.</param>
    /// <param name="start">From when the clock would count.</param>
    /// <param name="mode">A drill reaches only partners that take part in drills.</param>
    /// <param name="centre">Where the first circle would open; null for where the child was last seen.</param>
    /// <param name="cancel">Stops before the count.</param>
    /// <returns>The steps, smallest first, with the active partners that operate there by name; who is active may be two seconds old.</returns>
    public Task<IReadOnlyList<ReachStep>> ExecuteAsync(
        Actor actor, Case missing, ClockStart start, AlertMode mode = AlertMode.Actual, GeoPoint? centre = null,
        CancellationToken cancel = default)
    {
        actor.Demand(Permission.RunCases);
        var clockStart = AlertPace.ClockStart(missing, start, clock.GetUtcNow(), options.Value.TimeScale);
        return CountAsync(centre ?? missing.LastSeen.Point, clockStart, mode, null, cancel);
    }

    /// <summary>Counts for a circle that a sighting would open now: only phones that the alert has not been sent to.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="centre">Where.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="mode">Its mode.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, or <c>not_found</c>: no such alert.</exception>
    public async Task<SightingReach> SightingAsync(
        Actor actor, GeoPoint centre, AlertId alert, AlertMode mode, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = await db.Set<Alert>().AsNoTracking().Include(a => a.Circles).FirstOrDefaultAsync(a => a.Id == alert, cancel)
            ?? throw ProblemException.NotFound("alert");
        var steps = await CountAsync(centre, clock.GetUtcNow(), mode, alert, cancel);
        var opening = new SightingReach(steps, 0, []).Opening;
        var inside = await CountAsync(centre, clock.GetUtcNow(), mode, null, cancel, opening.Ring);
        var partners = (await _active.GetAsync(true, ReadActiveAsync).WaitAsync(cancel)).ToDictionary(p => p.Id);
        return new SightingReach(
            steps, inside[^1].Phones, [.. opening.Partners.Where(p => partners.TryGetValue(p.Partner, out var one) && !found.IsServedBy(one)).Select(p => p.Name)]);
    }

    private async Task<IReadOnlyList<ReachStep>> CountAsync(
        GeoPoint centre, DateTimeOffset clockStart, AlertMode mode, AlertId? notToldOf, CancellationToken cancel, int most = int.MaxValue)
    {
        var active = await _active.GetAsync(true, ReadActiveAsync).WaitAsync(cancel);
        var partners = active.Where(p => p.EndpointFor(isDrill: mode != AlertMode.Actual) is not null).ToList();

        var schedule = RadiusSchedule.Reunion.Faster(options.Value.TimeScale);
        var discs = schedule.Steps.Take(most).Select(s => (Geofence)new Disc(centre, s.RadiusMetres)).ToList();
        var counts = await Task.Run(() => presence.Count(discs, notToldOf), cancel);
        var now = clock.GetUtcNow();
        var due = schedule.RingsDue(now - clockStart);
        return [.. schedule.Steps.Take(most).Select((step, i) => new ReachStep(
            i + 1, step.RadiusMetres, clockStart + step.After, i < due,
            [.. partners.Where(p => p.Serves(centre, step.RadiusMetres)).Select(p => new PartnerReach(p.Id, p.Name, p.Targeting, Phones(p, i)))])
        {
            IsSilent = night.IsSilent(centre, schedule.RadiusMetres(i), clockStart + step.After > now ? clockStart + step.After : now),
        })];

        long Phones(Partner partner, int step) =>
            partner.Targeting.HasFlag(Targeting.Devices) && counts.TryGetValue(partner.Id, out var each) ? each[step] : 0;
    }

    private async Task<List<Partner>> ReadActiveAsync()
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.Set<Partner>().AsNoTracking()
            .Where(p => p.Status == PartnerStatus.Active).OrderBy(p => p.Name).ToListAsync();
    }
}
