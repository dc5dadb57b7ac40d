namespace Reunion.Core.Accounts;

/// <summary>An account as the list of people shows it.</summary>
/// <param name="AccountId">The account's id.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Email">What the person signs in with.</param>
/// <param name="UnitCode">The police unit's code.</param>
/// <param name="UnitName">The police unit's name.</param>
/// <param name="Roles">The roles held, in the order of <see cref="Common.People.Roles.All"/>.</param>
/// <param name="IsDisabled">Whether the person may not sign in.</param>
/// <param name="PasswordIsInitial">Whether the person has not yet chosen a password.</param>
public sealed record Person(
    string AccountId, string Name, string Email, string UnitCode, string UnitName, IReadOnlyList<string> Roles, bool IsDisabled,
    bool PasswordIsInitial);
