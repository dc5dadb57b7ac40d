namespace Reunion.Console.Components.Pages.Account;

/// <summary>What is entered to change a password.</summary>
public sealed class PasswordInput
{
    public string OldPassword { get; set; } = "";

    public string Password { get; set; } = "";
}
