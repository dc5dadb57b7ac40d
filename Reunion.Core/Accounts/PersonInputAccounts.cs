using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Accounts;

/// <summary>Makes the row from what was entered.</summary>
internal static class PersonInputAccounts
{
    public static Account ToAccount(this PersonInput input, DateTimeOffset now) => new()
    {
        UserName = input.Email,
        Email = input.Email,
        EmailConfirmed = true,
        DisplayName = input.Name.Trim(),
        UnitCode = input.UnitCode,
        UnitName = input.UnitName.Trim(),
        CreatedAtUtc = now,
    };
}
