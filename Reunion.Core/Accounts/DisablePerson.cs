using Reunion.Core.Audit;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Core.Accounts;

/// <summary>Shuts a person out, from the person's next click on, and lets one in again.</summary>
/// <param name="work">Runs the change in one commit.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class DisablePerson(AccountsWork work, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Ends every sign-in of the person and allows no new one.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePeople"/>.</param>
    /// <param name="accountId">Whom.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>last_admin</c>, <c>not_found</c>, or the role does not allow it.</exception>
    public Task ExecuteAsync(Actor actor, string accountId, CancellationToken cancel = default) =>
        SetAsync(actor, accountId, disabled: true, cancel);

    /// <summary>Lets the person sign in again.</summary>
    /// <inheritdoc cref="ExecuteAsync"/>
    public Task UndoAsync(Actor actor, string accountId, CancellationToken cancel = default) =>
        SetAsync(actor, accountId, disabled: false, cancel);

    private async Task SetAsync(Actor actor, string accountId, bool disabled, CancellationToken cancel)
    {
        actor.Demand(Permission.ManagePeople);
        await work.DoAsync(async (people, db) =>
        {
            var account = await people.FindByIdAsync(accountId) ?? throw ProblemException.NotFound("person");
            if (disabled == account.DisabledAtUtc is not null)
                return false;
            if (disabled && await people.IsInRoleAsync(account, Roles.Admin))
                await db.DemandAnotherAdminAsync(accountId, cancel);
            account.DisabledAtUtc = disabled ? clock.GetUtcNow() : null;
            (await people.UpdateSecurityStampAsync(account)).Demand();
            audit.Add(db, actor, disabled ? AuditAction.PersonDisabled : AuditAction.PersonEnabled, accountId);
            return true;
        }, cancel);
    }
}
