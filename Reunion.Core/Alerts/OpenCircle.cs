using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts;

/// <summary>Opens another circle of a live alert, where a verified tip places the child.</summary>
/// <param name="audit">Keeps who opened it.</param>
/// <param name="clock">Gives the start of its clock.</param>
public sealed class OpenCircle(AuditTrail audit, TimeProvider clock)
{
    /// <summary>Adds the circle to the caller's unit of work; the caller commits and then signals the alert.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The alert.</param>
    /// <param name="centre">Where.</param>
    /// <param name="tip">The tip it comes from; a tip opens one circle at most.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>not_found</c> or <c>alert_ended</c>.</exception>
    public async Task<CircleId> AddAsync(
        ReunionDbContext db, Actor actor, AlertId id, GeoPoint centre, TipId tip, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        var alert = await db.Set<Alert>().FirstOrDefaultAsync(a => a.Id == id, cancel)
            ?? throw ProblemException.NotFound("alert");
        if (alert.Status == AlertStatus.Ended)
            throw AlertProblems.Ended();
        if (await db.Set<Circle>().FirstOrDefaultAsync(c => c.TipId == tip, cancel) is { } opened)
            return opened.Id;

        var now = clock.GetUtcNow();
        var circle = new Circle
        {
            Id = TypedId.New<CircleId>(clock),
            AlertId = id,
            Reason = CircleReason.Sighting,
            TipId = tip,
            Latitude = centre.Latitude,
            Longitude = centre.Longitude,
            ClockStartUtc = now,
        };
        db.Add(circle);
        // Counts as a change of the alert, so that it cannot slip in while the alert is being ended.
        db.Entry(alert).Property(a => a.Version).IsModified = true;
        audit.Add(db, actor, AuditAction.CircleOpened, alert.Id.ToString(), alert.CaseId, tip.ToString());
        return circle.Id;
    }
}
