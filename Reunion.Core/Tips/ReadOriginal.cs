using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Tips.Intake;

namespace Reunion.Core.Tips;

/// <summary>Hands a photo out exactly as it was sent, and keeps who asked for it.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="vault">Decrypts it.</param>
/// <param name="audit">Keeps who asked.</param>
public sealed class ReadOriginal(IDbContextFactory<ReunionDbContext> factory, TipOriginalVault vault, AuditTrail audit)
{
    /// <summary>The file with everything its camera wrote. It was never checked: hand it to no decoder, show it on no page.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The photo that was made of it.</param>
    /// <param name="cancel">Stops before it is handed out.</param>
    /// <exception cref="ProblemException"><c>not_found</c>, also for photos that came before originals were kept.</exception>
    public async Task<byte[]> ExecuteAsync(Actor actor, PhotoId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var original = await db.Set<TipOriginal>().AsNoTracking().FirstOrDefaultAsync(o => o.PhotoId == id, cancel)
            ?? throw ProblemException.NotFound("photo");
        var ofCase = await db.Set<TipPhoto>().Where(p => p.Id == id)
            .Join(db.Set<Tip>(), p => p.TipId, t => t.Id, (_, t) => t.AlertId)
            .Join(db.Set<Alert>(), t => t, a => a.Id, (_, a) => a.CaseId).FirstAsync(cancel);
        audit.Add(db, actor, AuditAction.TipOriginalOpened, id.ToString(), ofCase);
        await db.SaveChangesAsync(cancel);
        return vault.Unprotect(original);
    }
}
