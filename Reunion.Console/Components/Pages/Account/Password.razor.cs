using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Controls;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Resources;
using Reunion.Core.Accounts;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Components.Pages.Account;

/// <summary>Chooses another password; the first page of a person whose password was handed over.</summary>
public sealed partial class Password
{
    private FieldErrors _errors = FieldErrors.None;

    [Inject]
    private ChangeOwnPassword Change { get; set; } = null!;

    [Inject]
    private UserManager<Core.Storage.Accounts.Account> People { get; set; } = null!;

    [Inject]
    private AccountSignIn SignIn { get; set; } = null!;

    [Inject]
    private IStringLocalizer<ProblemText> Problems { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Request { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordInput Input { get; set; } = null!;

    protected override void OnInitialized() => Input ??= new PasswordInput();

    private async Task ChangeAsync()
    {
        try
        {
            var id = People.GetUserId(Request.User) ?? throw ProblemException.Forbidden();
            await Change.ExecuteAsync(id, Input.OldPassword, Input.Password, Request.RequestAborted);
            if (await People.FindByIdAsync(id) is { } account)
                await SignIn.RefreshSignInAsync(account);
        }
        catch (ProblemException e)
        {
            _errors = FieldErrors.Of(e, Problems);
            return;
        }

        Navigation.NavigateTo("/", forceLoad: true);
    }
}
