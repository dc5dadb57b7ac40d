using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Accounts;

/// <summary>Reads who somebody is now, from the rows and never from what a cookie remembers.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadAccount(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The account with its roles.</summary>
    /// <param name="accountId">The account's id.</param>
    /// <param name="securityStamp">The stamp the sign-in was made under.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null when the account is gone or disabled, or when the stamp changed because the sign-in was revoked.</returns>
    public async Task<SignedInAccount?> FindAsync(string accountId, string? securityStamp, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancel);
        if (account is null || account.DisabledAtUtc is not null || account.SecurityStamp != securityStamp)
            return null;

        var roles = await (from held in db.Set<IdentityUserRole<string>>()
                           join role in db.Set<IdentityRole>() on held.RoleId equals role.Id
                           where held.UserId == accountId
                           select role.Name!).ToListAsync(cancel);
        var actor = new Actor(account.Id, account.DisplayName, account.UnitCode, account.UnitName, roles);
        return new SignedInAccount(actor, account.PasswordIsInitial);
    }

    /// <summary>Whether there is any account yet.</summary>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<bool> AnyAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Account>().AnyAsync(cancel);
    }
}
