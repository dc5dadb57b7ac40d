using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>A partner's API keys, two at a time, and its webhook secret.</summary>
public sealed partial class PartnerKeyList
{
    private IReadOnlyList<ApiKey> _keys = [];

    [Parameter, EditorRequired]
    public Partner Partner { get; set; } = null!;

    [Inject]
    private PartnerKeys Keys { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task<bool> LoadAsync() => TryAsync(async actor => _keys = await Keys.ListAsync(actor, Partner.Id));

    private async Task IssueAsync()
    {
        string? key = null;
        if (await TryAsync(async actor => key = await Keys.IssueAsync(actor, Partner.Id)))
            await ShowAsync(L["ApiKey"], key!);
        await LoadAsync();
    }

    private async Task RevokeAsync(ApiKey key)
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["RevokeTitle", key.Hint], L["RevokeText", Partner.Name], yesText: L["Revoke"], cancelText: L["Cancel"]);
        if (sure is true)
            await TryAsync(actor => Keys.RevokeAsync(actor, key.Id));
        await LoadAsync();
    }

    private async Task RotateAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["RotateTitle", Partner.Name], L["RotateText", (int)PartnerKeys.SecretOverlap.TotalHours], yesText: L["Rotate"], cancelText: L["Cancel"]);
        string? secret = null;
        if (sure is true && await TryAsync(async actor => secret = await Keys.RotateSecretAsync(actor, Partner.Id)))
            await ShowAsync(L["WebhookSecret"], secret!);
    }

    private async Task ShowAsync(string label, string secret)
    {
        var dialog = await Dialogs.ShowAsync<SecretDialog>(
            label, new DialogParameters<SecretDialog> { { d => d.Label, label }, { d => d.Secret, secret } });
        await dialog.Result;
    }
}
