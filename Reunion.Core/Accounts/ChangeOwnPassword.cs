using Reunion.Core.Common.Problems;

namespace Reunion.Core.Accounts;

/// <summary>Lets a person choose another password.</summary>
/// <param name="work">Runs the change in one commit.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ChangeOwnPassword(AccountsWork work)
{
    /// <summary>Changes the password and ends the person's other sign-ins.</summary>
    /// <param name="accountId">The person who asks; any signed-in person may.</param>
    /// <param name="oldPassword">The password until now.</param>
    /// <param name="newPassword">At least 12 characters, not the old one.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException">Fields <c>OldPassword</c> or <c>Password</c> are wrong.</exception>
    public Task ExecuteAsync(string accountId, string oldPassword, string newPassword, CancellationToken cancel = default)
    {
        if (oldPassword == newPassword)
            throw new ProblemException([new FieldProblem("Password", "password_unchanged")]);
        return work.DoAsync(async (people, _) =>
        {
            var account = await people.FindByIdAsync(accountId) ?? throw ProblemException.NotFound("person");
            account.PasswordIsInitial = false;
            (await people.ChangePasswordAsync(account, oldPassword, newPassword)).Demand();
            return true;
        }, cancel);
    }
}
