using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Codes;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts;

/// <summary>Makes a case public: the alert is live once this returns.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="options">The pace of the alert clock.</param>
/// <param name="audit">Keeps who issued it.</param>
/// <param name="signal">Wakes the alert's clock.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
public sealed class IssueAlert(
    IDbContextFactory<ReunionDbContext> factory, IOptions<AlertClockOptions> options, AuditTrail audit, AlertSignal signal, LiveFeed live,
    TimeProvider clock)
{
    /// <summary>Issues an alert for a draft.</summary>
    /// <param name="actor">Needs <see cref="Permission.RunCases"/>, and the case must be of the own unit.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="version">The case's version that was looked at.</param>
    /// <param name="request">What was decided.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>The alert's id.</returns>
    /// <exception cref="ProblemException"><c>not_found</c>, <c>not_a_draft</c>, <c>changed_meanwhile</c> or wrong texts.</exception>
    public async Task<AlertId> ExecuteAsync(Actor actor, CaseId caseId, int version, IssueRequest request, CancellationToken cancel = default)
    {
        actor.Demand(Permission.RunCases);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var missing = await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == caseId && c.UnitCode == actor.UnitCode, cancel)
            ?? throw ProblemException.NotFound("case");
        if (missing.Status != CaseStatus.Draft)
            throw new ProblemException(ProblemKind.Conflict, "not_a_draft", "An alert was issued for this case already, or it is closed.");
        if (missing.Version != version)
            throw ProblemException.Changed();

        var now = clock.GetUtcNow();
        var alert = Create(actor, missing, request, now);
        AlertTextRules.Demand(alert);
        missing.Status = CaseStatus.Active;
        db.Add(alert);
        audit.Add(db, actor, AuditAction.AlertIssued, alert.Id.ToString(), caseId, request.Mode.ToString());
        await db.CommitAsync(cancel);

        live.Publish(new CaseChanged(caseId));
        await signal.ChangedAsync(alert.Id);
        return alert.Id;
    }

    private Alert Create(Actor actor, Case missing, IssueRequest request, DateTimeOffset now)
    {
        var text = AlertText.Propose(missing, now);
        var alert = new Alert
        {
            Id = TypedId.New<AlertId>(clock),
            Code = HumanCode.New(8),
            CaseId = missing.Id,
            Mode = request.Mode,
            IssuedAtUtc = now,
            IssuedByAccountId = actor.AccountId,
            Headline = request.Headline ?? text.Headline,
            Description = request.Description ?? text.Description,
            ScheduleSteps = RadiusSchedule.Reunion.Faster(options.Value.TimeScale).Steps,
        };
        alert.Revise(AlertChange.Issued, now);
        var centre = request.Centre ?? missing.LastSeen.Point;
        alert.Circles.Add(new Circle
        {
            Id = TypedId.New<CircleId>(clock),
            AlertId = alert.Id,
            Reason = CircleReason.LastSeen,
            Latitude = centre.Latitude,
            Longitude = centre.Longitude,
            ClockStartUtc = AlertPace.ClockStart(missing, request.ClockStart, now, options.Value.TimeScale),
        });
        return alert;
    }
}
