using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Accounts;

/// <summary>Lists the people who have accounts.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadPeople(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>Everybody, by unit and name.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePeople"/>.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="ProblemException">The role does not allow it.</exception>
    public async Task<IReadOnlyList<Person>> ListAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePeople);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var held = (await (from link in db.Set<IdentityUserRole<string>>()
                           join role in db.Set<IdentityRole>() on link.RoleId equals role.Id
                           select new { link.UserId, Role = role.Name! }).ToListAsync(cancel))
            .ToLookup(link => link.UserId, link => link.Role);
        var accounts = await db.Set<Account>().AsNoTracking().OrderBy(a => a.UnitCode).ThenBy(a => a.DisplayName).ToListAsync(cancel);
        return [.. accounts.Select(a => new Person(
            a.Id, a.DisplayName, a.Email ?? "", a.UnitCode, a.UnitName, [.. Roles.All.Where(held[a.Id].Contains)],
            a.DisabledAtUtc is not null, a.PasswordIsInitial))];
    }
}
