using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>Makes a partner, then shows its key and secret, once.</summary>
public sealed partial class AddPartnerDialog
{
    private readonly PartnerForm _form = new();
    private NewPartner? _made;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private RegisterPartner Register { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private async Task SaveAsync()
    {
        if (_form.IsInternal && !await Dialogs.MayBeInternalAsync(L, _form.Name))
            return;
        if (await TryAsync(async actor => _made = await Register.ExecuteAsync(actor, _form)))
            await Dialog.SetTitleAsync(L["AddedTitle", _form.Name]);
    }
}
