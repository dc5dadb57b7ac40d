using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Cap;

/// <summary>
/// Sees to it that an alert that is not over always has a document that is valid: writes another before the newest expires, or
/// where there is none because the alert is older than the documents.
/// </summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="record">Writes the document.</param>
/// <param name="clock">Tells what is about to expire.</param>
/// <remarks>At most one call at a time for an alert: its owner sees to that. Partners are not told: nothing changed for them.</remarks>
public sealed class RenewCap(IDbContextFactory<ReunionDbContext> factory, RecordCap record, TimeProvider clock)
{
    /// <summary>How long before the newest document expires the next one is written.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Commits one more revision with its document when that is due; else does nothing.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="Common.Problems.ProblemException"><c>changed_meanwhile</c>: somebody was quicker; the next look tries again.</exception>
    public async Task ExecuteAsync(AlertId id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var lasting = now + Ahead;
        if (await db.Set<CapDocument>().AnyAsync(d => d.AlertId == id && d.ExpiresUtc > lasting, cancel))
            return;
        if (await AlertFacts.FindAsync(db, id, cancel) is not { Alert.Status: not AlertStatus.Ended } facts)
            return;
        // What is still to be told has a document of its own coming, and it stands before this one.
        if (await db.Set<AlertRevision>().AnyAsync(r => r.AlertId == id && r.DispatchedAtUtc == null, cancel))
            return;

        var revision = facts.Alert.Revise(AlertChange.Renewed, now);
        revision.DispatchedAtUtc = now;
        await record.AddAsync(db, facts, revision, cancel);
        await db.CommitAsync(cancel);
    }
}
