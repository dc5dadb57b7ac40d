namespace Reunion.Core.Accounts;

/// <summary>A person who has just been added.</summary>
/// <param name="AccountId">The account's id.</param>
/// <param name="InitialPassword">Shown once and handed over in person; the first sign-in asks for another.</param>
public sealed record NewPerson(string AccountId, string InitialPassword);
