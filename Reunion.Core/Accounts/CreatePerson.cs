using Reunion.Core.Audit;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Core.Accounts;

/// <summary>Gives a person an account.</summary>
/// <param name="work">Runs the change in one commit.</param>
/// <param name="validator">Checks what was entered.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class CreatePerson(AccountsWork work, PersonInputValidator validator, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Makes the account with a password to hand over.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePeople"/>.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>The account and its initial password, which is stored only as a hash.</returns>
    /// <exception cref="ProblemException">Fields are wrong, the address is taken, or the role does not allow it.</exception>
    public async Task<NewPerson> ExecuteAsync(Actor actor, PersonInput input, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePeople);
        validator.Demand(input);

        var password = InitialPassword.New();
        return await work.DoAsync(async (people, db) =>
        {
            var account = input.ToAccount(clock.GetUtcNow());
            account.PasswordIsInitial = true;
            (await people.CreateAsync(account, password)).Demand();
            (await people.AddToRolesAsync(account, input.Roles.Distinct())).Demand();
            audit.Add(db, actor, AuditAction.PersonAdded, account.Id, detail: string.Join(", ", input.Roles));
            return new NewPerson(account.Id, password);
        }, cancel);
    }
}
