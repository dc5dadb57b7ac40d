using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Photos;
using Reunion.Core.Storage;

namespace Reunion.Core.Cases;

/// <summary>Keeps an officer's half-filled form and gives it back.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="clock">Gives the time of keeping.</param>
public sealed class KeepUnfinishedCase(IDbContextFactory<ReunionDbContext> factory, TimeProvider clock)
{
    /// <summary>The kept form, or null when there is none.</summary>
    /// <param name="actor">Needs <see cref="Permission.RunCases"/>; only the own form is seen.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<UnfinishedCase?> FindAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.RunCases);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<UnfinishedCase>().AsNoTracking().FirstOrDefaultAsync(u => u.AccountId == actor.AccountId, cancel);
    }

    /// <summary>Keeps the form as it is now; the photo stays as it was when none is given.</summary>
    /// <param name="actor">Needs <see cref="Permission.RunCases"/>.</param>
    /// <param name="id">The id that the case will have.</param>
    /// <param name="file">What was entered so far; nothing is checked.</param>
    /// <param name="photo">A newly chosen photo, or null.</param>
    /// <param name="cancel">Stops before the commit.</param>
    public async Task KeepAsync(Actor actor, CaseId id, CaseFile file, CleanPhoto? photo, CancellationToken cancel = default)
    {
        actor.Demand(Permission.RunCases);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var kept = await db.FindAsync<UnfinishedCase>([actor.AccountId], cancel);
        if (kept is null)
            db.Add(kept = new UnfinishedCase { AccountId = actor.AccountId, CaseId = id, File = file });
        else if (kept.CaseId != id)
            (kept.CaseId, kept.PhotoJpeg) = (id, null);

        kept.File = file;
        kept.KeptAtUtc = clock.GetUtcNow();
        if (photo is not null)
            (kept.PhotoJpeg, kept.PhotoWidth, kept.PhotoHeight) = (photo.Jpeg, photo.Width, photo.Height);
        db.Entry(kept).Property(k => k.File).IsModified = db.Entry(kept).State == EntityState.Modified;
        await db.CommitAsync(cancel);
    }

    /// <summary>Throws the kept form away.</summary>
    /// <param name="actor">Needs <see cref="Permission.RunCases"/>.</param>
    /// <param name="cancel">Stops before the commit.</param>
    public async Task DiscardAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.RunCases);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.Set<UnfinishedCase>().Where(u => u.AccountId == actor.AccountId).ExecuteDeleteAsync(cancel);
    }
}
