using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Tips;

/// <summary>Reads who tips can be assigned to.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadReviewers(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>Everybody who may review tips and sign in, by name.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<Reviewer>> ListAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reviewers(db).OrderBy(a => a.DisplayName).Select(a => new Reviewer(a.Id, a.DisplayName)).ToListAsync(cancel);
    }

    /// <summary>One of them, or null.</summary>
    internal static Task<Reviewer?> FindAsync(ReunionDbContext db, string accountId, CancellationToken cancel) =>
        Reviewers(db).Where(a => a.Id == accountId).Select(a => new Reviewer(a.Id, a.DisplayName)).FirstOrDefaultAsync(cancel);

    private static IQueryable<Account> Reviewers(ReunionDbContext db)
    {
        var roles = RolePermissions.RolesWith(Permission.ReviewTips);
        var held = db.Set<IdentityRole>().Where(r => roles.Contains(r.Name!)).Join(
            db.Set<IdentityUserRole<string>>(), r => r.Id, link => link.RoleId, (_, link) => link.UserId);
        return db.Set<Account>().AsNoTracking().Where(a => a.DisabledAtUtc == null && held.Contains(a.Id));
    }
}
