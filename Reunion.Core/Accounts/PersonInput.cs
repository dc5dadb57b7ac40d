namespace Reunion.Core.Accounts;

/// <summary>What is entered about a new person.</summary>
public sealed class PersonInput
{
    /// <summary>What the person signs in with: an e-mail address of at most 254 characters that no other account has.</summary>
    public string Email { get; set; } = "";

    /// <summary>The name that colleagues see, 1 to 100 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The police unit's code: 2 to 20 digits, for example <c>330106</c>.</summary>
    public string UnitCode { get; set; } = "";

    /// <summary>The police unit's name as alerts publish it, 1 to 200 characters.</summary>
    public string UnitName { get; set; } = "";

    /// <summary>At least one of <see cref="Common.People.Roles.All"/>.</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];
}
