using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Cap;

/// <summary>Reads the CAP documents that are for the public: never those of an exercise or a test.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="clock">Tells what has expired.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadCap(IDbContextFactory<ReunionDbContext> factory, TimeProvider clock)
{
    private const int FeedLength = 500;

    /// <summary>The unexpired documents, newest first, at most 500; of an alert that is over only its cancellation.</summary>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<CapDocument>> FeedAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Public(db)
            .Where(d => d.ExpiresUtc > now)
            .OrderByDescending(d => d.SentUtc).ThenByDescending(d => d.Identifier).Take(FeedLength).ToListAsync(cancel);
    }

    /// <summary>One document, also after it expired, or null; of an alert that is over only its cancellation.</summary>
    /// <param name="name">A document's identifier, or an alert's id for its newest document.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<CapDocument?> FindAsync(string name, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return TypedId.TryParse<AlertId>(name, out var alert)
            ? await Public(db).Where(d => d.AlertId == alert).OrderByDescending(d => d.Revision).FirstOrDefaultAsync(cancel)
            : await Public(db).FirstOrDefaultAsync(d => d.Identifier == name, cancel);
    }

    // The child's name and photo are nobody's business any more once it is found.
    private static IQueryable<CapDocument> Public(ReunionDbContext db) =>
        db.Set<CapDocument>().AsNoTracking().Where(d => d.Mode == AlertMode.Actual)
            .Where(d => d.MsgType == CapMessageType.Cancel
                || !db.Set<CapDocument>().Any(o => o.AlertId == d.AlertId && o.MsgType == CapMessageType.Cancel));
}
