using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Reunion.Console.Hosting.Accounts;

namespace Reunion.Console.Components.Pages.Account;

/// <summary>Signs in with e-mail address and password.</summary>
public sealed partial class Login
{
    private string? _error;

    [Inject]
    private AccountSignIn SignIn { get; set; } = null!;

    [Inject]
    private UserManager<Core.Storage.Accounts.Account> People { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private LoginInput Input { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    protected override void OnInitialized() => Input ??= new LoginInput();

    private async Task SignInAsync()
    {
        var result = await SignIn.PasswordSignInAsync(Input.Email.Trim(), Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            _error = result.IsLockedOut ? "LockedOut" : "SignInFailed";
            return;
        }

        var account = await People.FindByNameAsync(Input.Email.Trim());
        Navigation.NavigateTo(account is { PasswordIsInitial: true } ? "/account/password" : LocalUrl.Or(ReturnUrl, "/"), forceLoad: true);
    }
}
