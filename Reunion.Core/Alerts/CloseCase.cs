using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts;

/// <summary>Closes a case with its outcome and ends its alert: every partner that got anything is told.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who closed it.</param>
/// <param name="signal">Wakes the alert's clock, which withdraws what is unsent.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time.</param>
public sealed class CloseCase(
    IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, AlertSignal signal, LiveFeed live, TimeProvider clock)
{
    /// <summary>Closes the case.</summary>
    /// <param name="actor">
    /// Needs <see cref="Permission.RunCases"/> and a case of the own unit; or <see cref="Permission.ControlAlerts"/>, for
    /// <see cref="Outcome.IssuedInError"/> and <see cref="Outcome.Withdrawn"/> of any unit.
    /// </param>
    /// <param name="id">The case.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c>, <c>forbidden</c>, <c>case_closed</c> or <c>changed_meanwhile</c>.</exception>
    public async Task ExecuteAsync(Actor actor, CaseId id, Outcome outcome, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var missing = await db.FindAsync<Case>([id], cancel) ?? throw ProblemException.NotFound("case");
        DemandRight(actor, missing, outcome);
        if (missing.Status == CaseStatus.Closed)
            throw new ProblemException(ProblemKind.Conflict, "case_closed", "This case is closed already.");

        var now = clock.GetUtcNow();
        (missing.Status, missing.Outcome, missing.ClosedAtUtc) = (CaseStatus.Closed, outcome, now);
        var alert = await db.Set<Alert>()
            .FirstOrDefaultAsync(a => a.CaseId == id && a.Status != AlertStatus.Ended, cancel);
        if (alert is not null)
        {
            (alert.Status, alert.Outcome, alert.EndedAtUtc) = (AlertStatus.Ended, outcome, now);
            alert.Revise(AlertChange.Ended, now);
            audit.Add(db, actor, AuditAction.AlertEnded, alert.Id.ToString(), id, outcome.ToString());
        }

        audit.Add(db, actor, AuditAction.CaseClosed, id.ToString(), id, outcome.ToString());
        await db.CommitAsync(cancel);

        live.Publish(new CaseChanged(id));
        if (alert is not null)
            await signal.ChangedAsync(alert.Id);
    }

    private static void DemandRight(Actor actor, Case missing, Outcome outcome)
    {
        var own = actor.May(Permission.RunCases) && missing.UnitCode == actor.UnitCode;
        var cancels = actor.May(Permission.ControlAlerts) && outcome is Outcome.IssuedInError or Outcome.Withdrawn;
        if (!own && !cancels)
            throw ProblemException.Forbidden();
    }
}
