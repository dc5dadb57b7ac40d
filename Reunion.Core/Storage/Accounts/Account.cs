using Microsoft.AspNetCore.Identity;

namespace Reunion.Core.Storage.Accounts;

/// <summary>A person who signs in to the console.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The name that colleagues see, 1 to 100 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The code of the police unit, for example <c>330106</c>.</summary>
    public string UnitCode { get; set; } = "";

    /// <summary>The unit's name as it is published in alerts.</summary>
    public string UnitName { get; set; } = "";

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAtUtc { get; set; }
}
