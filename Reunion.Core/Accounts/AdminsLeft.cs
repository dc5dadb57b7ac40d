using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Accounts;

/// <summary>Keeps a system from losing its last admin, whom nobody could replace.</summary>
internal static class AdminsLeft
{
    /// <summary>Refuses when nobody but this account is an admin who can sign in.</summary>
    public static async Task DemandAnotherAdminAsync(this ReunionDbContext db, string accountId, CancellationToken cancel)
    {
        var others = from held in db.Set<IdentityUserRole<string>>()
                     join role in db.Set<IdentityRole>() on held.RoleId equals role.Id
                     join account in db.Set<Account>() on held.UserId equals account.Id
                     where role.Name == Roles.Admin && account.Id != accountId && account.DisabledAtUtc == null
                     select account.Id;
        if (!await others.AnyAsync(cancel))
            throw new ProblemException(ProblemKind.Conflict, "last_admin", "This is the last admin; make another one first.");
    }
}
