using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>A partner's API keys, two at a time, and its webhook secret.</summary>
public sealed partial class PartnerKeyList
{
    private IReadOnlyList<ApiKey> _keys = [];
    private IReadOnlyList<SigningSecret> _secrets = [];

    [Parameter, EditorRequired]
    public Partner Partner { get; set; } = null!;

    /// <summary>Told after a key or a secret changed, which counts as a change of the partner.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private PartnerKeys Keys { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task<bool> LoadAsync() => TryAsync(async actor =>
    {
        _keys = await Keys.ListAsync(actor, Partner.Id);
        _secrets = await Keys.SecretsAsync(actor, Partner.Id);
    });

    private async Task ToldAsync()
    {
        await LoadAsync();
        await Changed.InvokeAsync();
    }

    private async Task IssueAsync()
    {
        string? key = null;
        if (await TryAsync(async actor => key = await Keys.IssueAsync(actor, Partner.Id)))
            await ShowAsync(L["ApiKey"], key!);
        await ToldAsync();
    }

    private async Task RevokeAsync(ApiKey key)
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["RevokeTitle", key.Hint], L["RevokeText", Partner.Name] + (_keys.Count == 1 ? " " + L["RevokeLast", Partner.Name] : ""),
            yesText: L["Revoke"], cancelText: L["Cancel"]);
        if (sure is true)
            await TryAsync(actor => Keys.RevokeAsync(actor, key.Id));
        await ToldAsync();
    }

    private async Task RotateAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["RotateTitle", Partner.Name], L["RotateText", (int)PartnerKeys.SecretOverlap.TotalHours], yesText: L["Rotate"], cancelText: L["Cancel"]);
        string? secret = null;
        if (sure is true && await TryAsync(async actor => secret = await Keys.RotateSecretAsync(actor, Partner.Id)))
            await ShowAsync(L["WebhookSecret"], secret!);
        await ToldAsync();
    }

    private async Task EndOldAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["EndOldTitle"], L["EndOldText", Partner.Name], yesText: L["EndOld"], cancelText: L["Cancel"]);
        if (sure is true)
            await TryAsync(actor => Keys.EndOldSecretAsync(actor, Partner.Id));
        await ToldAsync();
    }

    private async Task ShowAsync(string label, string secret)
    {
        var dialog = await Dialogs.ShowAsync<SecretDialog>(
            label, new DialogParameters<SecretDialog> { { d => d.Label, label }, { d => d.Secret, secret } }, PartnerDialogs.Modal);
        await dialog.Result;
    }
}
