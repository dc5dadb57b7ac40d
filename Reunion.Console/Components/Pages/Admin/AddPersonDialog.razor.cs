using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Accounts;
using Reunion.Core.Common.People;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>Adds a person, then shows the password to hand over, once.</summary>
public sealed partial class AddPersonDialog
{
    private readonly PersonInput _input = new();
    private IReadOnlyList<string> _roles = [Roles.Officer];
    private NewPerson? _added;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private CreatePerson Create { get; set; } = null!;

    private async Task SaveAsync()
    {
        _input.Roles = _roles;
        _input.Email = _input.Email.Trim();
        _input.UnitCode = _input.UnitCode.Trim();
        if (await TryAsync(async actor => _added = await Create.ExecuteAsync(actor, _input)))
            await Dialog.SetTitleAsync(L["PasswordTitle", _input.Name]);
    }
}
