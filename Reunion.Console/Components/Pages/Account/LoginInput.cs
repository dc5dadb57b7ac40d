namespace Reunion.Console.Components.Pages.Account;

/// <summary>What is entered to sign in.</summary>
public sealed class LoginInput
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";
}
