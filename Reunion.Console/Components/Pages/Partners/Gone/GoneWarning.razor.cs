using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners.Gone;

/// <summary>Says which endpoints of a partner answered that they are gone, and tries them again at a click.</summary>
public sealed partial class GoneWarning
{
    [Parameter, EditorRequired]
    public Partner Partner { get; set; } = null!;

    /// <summary>Told after the retry.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private RetryNow Retry { get; set; } = null!;

    private async Task TryAgainAsync()
    {
        var count = 0;
        if (!await TryAsync(async actor => count = await Retry.ExecuteAsync(actor, Partner.Id)))
            return;
        await Changed.InvokeAsync();
        Snackbar.Add(L["RetriedDone", count], Severity.Normal);
    }
}
