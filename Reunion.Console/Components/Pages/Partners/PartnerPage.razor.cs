using System.Text.Json;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Health;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>One partner: settings, keys, what it was sent.</summary>
public sealed partial class PartnerPage
{
    private Partner? _partner;
    private PartnerForm _form = new();
    private bool _missing;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private ReadPartners Read { get; set; } = null!;

    [Inject]
    private RegisterPartner Register { get; set; } = null!;

    [Inject]
    private SuspendPartner Suspension { get; set; } = null!;

    [Inject]
    private RemovePartner Removal { get; set; } = null!;

    [Inject]
    private ReadHealth Health { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    protected override Task OnParametersSetAsync() => TryAsync(LoadAsync);

    private static PartnerForm FormOf(Partner partner) => new()
    {
        Name = partner.Name,
        Endpoint = partner.Endpoint,
        ExerciseEndpoint = partner.ExerciseEndpoint,
        Targeting = partner.Targeting,
        Datum = partner.Datum,
        RecipientFormat = partner.RecipientFormat,
        IsInternal = partner.IsInternal,
        Regions = [.. partner.Regions],
        RequestsPerSecond = partner.RequestsPerSecond,
    };

    private async Task LoadAsync(Actor actor)
    {
        try
        {
            _partner = TypedId.TryParse<PartnerId>(Id, out var id) ? await Read.GetAsync(actor, id) : throw ProblemException.NotFound("partner");
            _form = FormOf(_partner);
        }
        catch (ProblemException e) when (e.Kind == ProblemKind.NotFound)
        {
            _missing = true;
        }
    }

    private Task<bool> ReadAgainAsync() => TryAsync(async actor =>
    {
        var now = await Read.GetAsync(actor, _partner!.Id);
        // When somebody else changed the settings, saving the old ones must still be refused; a new key is no such change.
        if (JsonSerializer.Serialize(FormOf(now)) == JsonSerializer.Serialize(FormOf(_partner)))
            _partner = now;
    });

    private async Task SaveAsync()
    {
        if (_form.IsInternal && !_partner!.IsInternal && !await Dialogs.MayBeInternalAsync(L, _form.Name))
            return;
        if (await TryAsync(actor => Register.UpdateAsync(actor, _partner!.Id, _partner.Version, _form)))
            await ToldAsync(L["Saved"]);
    }

    private async Task SuspendAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["SuspendTitle", _partner!.Name], L["SuspendText", _partner.Name], yesText: L["Suspend"], cancelText: L["Cancel"]);
        if (sure is true && await TryAsync(actor => Suspension.ExecuteAsync(actor, _partner.Id, PartnerStatus.Suspended)))
            await ToldAsync(L["SuspendedDone", _partner.Name]);
    }

    private async Task ReinstateAsync()
    {
        if (await TryAsync(actor => Suspension.ExecuteAsync(actor, _partner!.Id, PartnerStatus.Active)))
            await ToldAsync(L["ReinstatedDone", _partner!.Name]);
    }

    private async Task RemoveAsync()
    {
        PartnerHealth? health = null;
        await TryAsync(async actor => health = (await Health.ExecuteAsync(actor)).GetValueOrDefault(_partner!.Id));
        var sure = await Dialogs.ShowMessageBoxAsync(
            L["RemoveTitle", _partner!.Name], L["RemoveText", health?.Phones ?? 0, health?.Pending ?? 0], yesText: L["Remove"], cancelText: L["Cancel"]);
        if (sure is true && await TryAsync(actor => Removal.ExecuteAsync(actor, _partner.Id)))
            await ToldAsync(L["RemovedDone", _partner.Name]);
    }

    private async Task ToldAsync(string done)
    {
        await TryAsync(LoadAsync);
        Snackbar.Add(done, Severity.Normal);
    }
}
