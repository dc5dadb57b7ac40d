using Reunion.Core.Common.People;

namespace Reunion.Core.Accounts;

/// <summary>An account as it stands now.</summary>
/// <param name="Actor">The person with the roles held now.</param>
/// <param name="PasswordIsInitial">Whether the person must choose a password before anything else.</param>
public sealed record SignedInAccount(Actor Actor, bool PasswordIsInitial);
