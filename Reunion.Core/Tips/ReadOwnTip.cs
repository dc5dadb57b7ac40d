using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips;

/// <summary>Reads a verified tip for those who run its case.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadOwnTip(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The tip; null when the case is not the actor's own, or when the tip is not verified or no longer.</summary>
    /// <param name="actor">Runs cases (<see cref="Permission.RunCases"/>) of the unit that owns this one; anybody else gets null.</param>
    /// <param name="id">The tip.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<OwnTip?> FindAsync(Actor actor, TipId id, CancellationToken cancel = default)
    {
        if (!actor.May(Permission.RunCases))
            return null;
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Tip>().AsNoTracking().Where(t => t.Id == id && t.Review == TipReview.Verified)
            .Join(db.Set<Alert>(), t => t.AlertId, a => a.Id, (t, a) => new { t, a })
            .Join(db.Set<Case>().Where(c => c.UnitCode == actor.UnitCode), x => x.a.CaseId, c => c.Id, (x, c) => new OwnTip(
                x.t.Id, x.a.Id, c.Id, c.Child.Name, x.a.Mode, x.t.Kind, x.t.Text, x.t.Place, db.Set<Circle>().Any(o => o.TipId == x.t.Id)))
            .FirstOrDefaultAsync(cancel);
    }
}
