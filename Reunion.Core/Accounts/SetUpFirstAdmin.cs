using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Accounts;

/// <summary>Makes the first account, an admin's, on a system that has none.</summary>
/// <param name="work">Runs the change in one commit.</param>
/// <param name="validator">Checks what was entered.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class SetUpFirstAdmin(AccountsWork work, PersonInputValidator validator, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Makes the account. The caller has checked the one-time link.</summary>
    /// <param name="input">What was entered; the role is always <see cref="Roles.Admin"/>.</param>
    /// <param name="password">At least 12 characters.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>The account's id.</returns>
    /// <exception cref="ProblemException"><c>already_set_up</c> when there is an account, or fields are wrong.</exception>
    public async Task<string> ExecuteAsync(PersonInput input, string password, CancellationToken cancel = default)
    {
        input.Roles = [Roles.Admin];
        validator.Demand(input);
        return await work.DoAsync(async (people, db) =>
        {
            if (await db.Set<Account>().AnyAsync(cancel))
                throw new ProblemException(ProblemKind.Gone, "already_set_up", "The first admin has been made already.");

            var account = input.ToAccount(clock.GetUtcNow());
            (await people.CreateAsync(account, password)).Demand();
            (await people.AddToRoleAsync(account, Roles.Admin)).Demand();
            audit.AddSystem(db, AuditAction.PersonAdded, account.Id, detail: Roles.Admin);
            return account.Id;
        }, cancel);
    }
}
