using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts;

/// <summary>Pauses and resumes an alert. The clock runs on: rings that fall due meanwhile are sent when it resumes.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="signal">Wakes the alert's clock.</param>
/// <param name="clock">Gives the time.</param>
public sealed class PauseAlert(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, AlertSignal signal, TimeProvider clock)
{
    /// <summary>Holds everything back until resumed.</summary>
    /// <param name="actor">Needs <see cref="Permission.ControlAlerts"/>.</param>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>not_found</c> or <c>alert_ended</c>.</exception>
    public Task ExecuteAsync(Actor actor, AlertId id, CancellationToken cancel = default) =>
        SetAsync(actor, id, AlertStatus.Paused, AlertChange.Paused, AuditAction.AlertPaused, cancel);

    /// <summary>Lets it go on.</summary>
    /// <inheritdoc cref="ExecuteAsync"/>
    public Task ResumeAsync(Actor actor, AlertId id, CancellationToken cancel = default) =>
        SetAsync(actor, id, AlertStatus.Live, AlertChange.Resumed, AuditAction.AlertResumed, cancel);

    private async Task SetAsync(
        Actor actor, AlertId id, AlertStatus status, AlertChange change, AuditAction action, CancellationToken cancel)
    {
        actor.Demand(Permission.ControlAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var alert = await db.Set<Alert>().FirstOrDefaultAsync(a => a.Id == id, cancel)
            ?? throw ProblemException.NotFound("alert");
        if (alert.Status == AlertStatus.Ended)
            throw AlertProblems.Ended();
        if (alert.Status == status)
            return;

        alert.Status = status;
        alert.Revise(change, clock.GetUtcNow());
        audit.Add(db, actor, action, id.ToString(), alert.CaseId);
        await db.CommitAsync(cancel);
        await signal.ChangedAsync(id);
    }
}
