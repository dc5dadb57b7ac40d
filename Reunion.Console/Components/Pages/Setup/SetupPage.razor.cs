using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Controls;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Resources;
using Reunion.Core.Accounts;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Components.Pages.Setup;

/// <summary>Makes the first admin, once, for whoever holds the link printed at the start.</summary>
public sealed partial class SetupPage
{
    private FieldErrors _errors = FieldErrors.None;

    [Inject]
    private SetupToken Link { get; set; } = null!;

    [Inject]
    private SetUpFirstAdmin SetUp { get; set; } = null!;

    [Inject]
    private IStringLocalizer<ProblemText> Problems { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Request { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "setup")]
    private SetupInput Input { get; set; } = null!;

    private bool IsOpen => Link.Matches(Token);

    protected override void OnInitialized()
    {
        Input ??= new SetupInput();
        if (!IsOpen)
            Request.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task SetUpAsync()
    {
        if (!IsOpen)
            return;
        try
        {
            var person = new PersonInput { Name = Input.Name, Email = Input.Email.Trim(), UnitCode = Input.UnitCode.Trim(), UnitName = Input.UnitName };
            await SetUp.ExecuteAsync(person, Input.Password, Request.RequestAborted);
        }
        catch (ProblemException e)
        {
            _errors = FieldErrors.Of(e, Problems);
            return;
        }

        Link.Close();
        Navigation.NavigateTo("/account/login", forceLoad: true);
    }
}
