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

    /// <summary>Since when the account may not sign in; null while it may.</summary>
    public DateTimeOffset? DisabledAtUtc { get; set; }

    /// <summary>Whether the password is still the one an admin handed over; nothing else can be done before it is changed.</summary>
    public bool PasswordIsInitial { get; set; }
}
