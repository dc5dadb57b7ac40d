using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Cases.Reporting;

/// <summary>Reads what parents reported.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadReports(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>What the holder of a report's code may know, or null when there is no such code.</summary>
    /// <param name="reportCode">The code.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<ReportProgress?> ByCodeAsync(string reportCode, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Case>().AsNoTracking().Where(c => c.ReportCode == reportCode)
            .Select(c => new ReportProgress(
                c.Id, c.Child.Name, c.Status, c.ReportedAtUtc,
                c.Status != CaseStatus.Draft || db.Set<AuditEntry>().Any(e => e.Case == c.Id && e.Action == AuditAction.CaseViewed),
                c.ContactUnit, c.ContactPhone))
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Drafts of the own unit that parents reported and nobody has opened, oldest first, at most 20.</summary>
    /// <param name="actor">Needs <see cref="Permission.RunCases"/>.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<CaseId>> UnreadAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.RunCases);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Case>()
            .Where(c => c.ReportCode != null && c.Status == CaseStatus.Draft && c.UnitCode == actor.UnitCode
                && !db.Set<AuditEntry>().Any(e => e.Case == c.Id && e.Action == AuditAction.CaseViewed))
            .OrderBy(c => c.FiledAtUtc).Take(20).Select(c => c.Id).ToListAsync(cancel);
    }
}
