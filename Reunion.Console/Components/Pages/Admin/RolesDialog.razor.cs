using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Accounts;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>Changes what one person may do.</summary>
public sealed partial class RolesDialog
{
    private IReadOnlyList<string> _roles = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Parameter, EditorRequired]
    public Person Person { get; set; } = null!;

    [Inject]
    private ChangeRoles Change { get; set; } = null!;

    protected override void OnInitialized() => _roles = Person.Roles;

    private async Task SaveAsync()
    {
        if (await TryAsync(actor => Change.ExecuteAsync(actor, Person.AccountId, _roles)))
            Dialog.Close();
    }
}
