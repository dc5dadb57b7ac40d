using Reunion.Core.Audit;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Core.Accounts;

/// <summary>Changes what a person may do, from the person's next click on.</summary>
/// <param name="work">Runs the change in one commit.</param>
/// <param name="audit">Keeps who did it.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ChangeRoles(AccountsWork work, AuditTrail audit)
{
    /// <summary>Gives exactly these roles.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePeople"/>.</param>
    /// <param name="accountId">Whose roles.</param>
    /// <param name="roles">At least one of <see cref="Roles.All"/>.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>last_admin</c>, <c>not_found</c>, wrong roles, or the role does not allow it.</exception>
    public async Task ExecuteAsync(Actor actor, string accountId, IReadOnlyCollection<string> roles, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ManagePeople);
        if (roles.Count == 0)
            throw new ProblemException([new FieldProblem("Roles", "required")]);
        if (roles.Any(role => !Roles.All.Contains(role)))
            throw new ProblemException([new FieldProblem("Roles", "role_unknown")]);

        await work.DoAsync(async (people, db) =>
        {
            var account = await people.FindByIdAsync(accountId) ?? throw ProblemException.NotFound("person");
            var held = await people.GetRolesAsync(account);
            if (held.Contains(Roles.Admin) && !roles.Contains(Roles.Admin))
                await db.DemandAnotherAdminAsync(accountId, cancel);
            (await people.RemoveFromRolesAsync(account, held.Except(roles))).Demand();
            (await people.AddToRolesAsync(account, roles.Except(held))).Demand();
            audit.Add(db, actor, AuditAction.PersonRolesChanged, accountId, detail: string.Join(", ", roles));
            return true;
        }, cancel);
    }
}
