using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Cases;

/// <summary>Reads cases. Officers see the drafts of their own unit only; a case with an alert is seen by all who see cases.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who saw a child's file.</param>
/// <param name="live">Tells colleagues that somebody has it open.</param>
public sealed class ReadCases(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live)
{
    /// <summary>The newest cases, at most 500.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeCases"/>.</param>
    /// <param name="status">Only cases that stand so; null for all.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<CaseSummary>> ListAsync(Actor actor, CaseStatus? status = null, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeCases);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Visible(db, actor).Where(c => status == null || c.Status == status)
            .OrderByDescending(c => c.FiledAtUtc).Take(500)
            .Select(c => new CaseSummary(
                c.Id, c.Child.Name, c.Child.Sex, c.Child.BirthDate, c.LastSeen.Place, c.LastSeen.AtUtc, c.Status,
                c.Outcome, c.ClosedAtUtc, c.FiledByName, c.FiledAtUtc, c.PhotoId, c.UnitCode == actor.UnitCode))
            .ToListAsync(cancel);
    }

    /// <summary>One case file, without leaving a trace: for code that acts on it.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeCases"/>.</param>
    /// <param name="id">The case.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>not_found</c>, also when the actor may not know of it.</exception>
    public async Task<Case> GetAsync(Actor actor, CaseId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeCases);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Visible(db, actor).FirstOrDefaultAsync(c => c.Id == id, cancel) ?? throw ProblemException.NotFound("case");
    }

    /// <summary>One case file for a person to read, which is kept in the audit.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<Case> OpenAsync(Actor actor, CaseId id, CancellationToken cancel = default)
    {
        var found = await GetAsync(actor, id, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        audit.Add(db, actor, AuditAction.CaseViewed, id.ToString(), id);
        await db.SaveChangesAsync(cancel);
        live.Publish(new CaseOpened(id));
        return found;
    }

    /// <summary>The acts kept of a case, oldest first, without who looked at it.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<IReadOnlyList<AuditEntry>> TimelineAsync(Actor actor, CaseId id, CancellationToken cancel = default)
    {
        await GetAsync(actor, id, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.Case == id && e.Action != AuditAction.CaseViewed)
            .OrderBy(e => e.Sequence).Take(2000).ToListAsync(cancel);
    }

    /// <summary>The JPEG of a case's photo.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/> for a case with an alert, <see cref="Permission.SeeCases"/> for a draft.</param>
    /// <param name="id">The photo.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>not_found</c>.</exception>
    public async Task<byte[]> PhotoAsync(Actor actor, PhotoId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.SeeAlerts);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var seesFiles = actor.May(Permission.SeeCases);
        return await db.Set<CasePhoto>().Where(p => p.Id == id)
            .Join(db.Set<Case>(), p => p.CaseId, c => c.Id, (p, c) => new { p.Jpeg, c.Status, c.UnitCode })
            .Where(x => x.Status == CaseStatus.Active || (seesFiles && (x.Status == CaseStatus.Closed || x.UnitCode == actor.UnitCode)))
            .Select(x => x.Jpeg).FirstOrDefaultAsync(cancel) ?? throw ProblemException.NotFound("photo");
    }

    private static IQueryable<Case> Visible(ReunionDbContext db, Actor actor) =>
        db.Set<Case>().AsNoTracking().Where(c => c.Status != CaseStatus.Draft || c.UnitCode == actor.UnitCode);
}
