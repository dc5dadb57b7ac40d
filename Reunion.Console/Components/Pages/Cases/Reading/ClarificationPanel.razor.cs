using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Common;
using Reunion.Core.Common.Text;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>What was made clear in public about a child's alert, and a form to say more.</summary>
public sealed partial class ClarificationPanel
{
    private IReadOnlyList<Clarification> _published = [];
    private string _zh = "";
    private string _en = "";

    [Parameter, EditorRequired]
    public AlertId Alert { get; set; }

    /// <summary>Whether the reader may publish one.</summary>
    [Parameter]
    public bool MayPublish { get; set; }

    [Inject]
    private ReadClarifications Read { get; set; } = null!;

    [Inject]
    private PublishClarification Publish { get; set; } = null!;

    protected override async Task OnParametersSetAsync() => _published = await Read.OfAlertAsync(Alert);

    private async Task PublishAsync()
    {
        if (!await TryAsync(actor => Publish.ExecuteAsync(actor, Alert, new LocalizedText(_zh, _en))))
            return;
        (_zh, _en) = ("", "");
        Snackbar.Add(L["ClarifyDone"], Severity.Normal);
        _published = await Read.OfAlertAsync(Alert);
    }
}
