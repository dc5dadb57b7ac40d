using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Accounts;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>Who has an account, in which unit, with which roles.</summary>
public sealed partial class PeoplePage
{
    private IReadOnlyList<Person> _people = [];

    [Inject]
    private ReadPeople Read { get; set; } = null!;

    [Inject]
    private DisablePerson Disable { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task<bool> LoadAsync() => TryAsync(async actor => _people = await Read.ListAsync(actor));

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<AddPersonDialog>(L["AddPerson"]);
        await dialog.Result;
        await LoadAsync();
    }

    private async Task ChangeRolesAsync(Person person)
    {
        var dialog = await Dialogs.ShowAsync<RolesDialog>(
            L["RolesOf", person.Name], new DialogParameters<RolesDialog> { { d => d.Person, person } });
        if (await dialog.Result is { Canceled: false })
        {
            await LoadAsync();
            Snackbar.Add(L["RolesChanged", person.Name], Severity.Normal);
        }
    }

    private async Task DisableAsync(Person person)
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["DisableTitle", person.Name], L["DisableText", person.Name], yesText: L["Disable"], cancelText: L["Cancel"]);
        if (sure is true && await TryAsync(actor => Disable.ExecuteAsync(actor, person.AccountId)))
            await ToldAsync(L["PersonDisabled", person.Name]);
    }

    private async Task EnableAsync(Person person)
    {
        if (await TryAsync(actor => Disable.UndoAsync(actor, person.AccountId)))
            await ToldAsync(L["PersonEnabled", person.Name]);
    }

    private async Task ToldAsync(string done)
    {
        await LoadAsync();
        Snackbar.Add(done, Severity.Normal);
    }
}
