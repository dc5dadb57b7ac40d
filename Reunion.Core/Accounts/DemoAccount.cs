namespace Reunion.Core.Accounts;

/// <summary>A fictional account of the demo.</summary>
/// <param name="Email">What to sign in with.</param>
/// <param name="Password">The same for all of them, and public.</param>
/// <param name="Name">A fictional name.</param>
/// <param name="UnitCode">The unit's code.</param>
/// <param name="UnitName">The unit's name.</param>
/// <param name="Role">The one role it has.</param>
public sealed record DemoAccount(string Email, string Password, string Name, string UnitCode, string UnitName, string Role);
