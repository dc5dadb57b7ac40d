using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Components.Pages.Cases;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Dialogs.Cases;

/// <summary>Closes a case with its outcome; says whom that tells before it is done.</summary>
public sealed partial class CloseCaseDialog
{
    private Outcome? _outcome;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Parameter, EditorRequired]
    public Case Case { get; set; } = null!;

    /// <summary>How many partners got anything of the alert.</summary>
    [Parameter]
    public int Partners { get; set; }

    /// <summary>Whether an alert is under way.</summary>
    [Parameter]
    public bool HasAlert { get; set; }

    /// <summary>Only what a supervisor may do with another unit's alert: cancel or withdraw it.</summary>
    [Parameter]
    public bool OnlyCancels { get; set; }

    [Inject]
    private CloseCase Close { get; set; } = null!;

    private IEnumerable<Outcome> Outcomes => Enum.GetValues<Outcome>().Where(o =>
        o switch
        {
            Outcome.IssuedInError => HasAlert,
            Outcome.Withdrawn => true,
            _ => !OnlyCancels,
        });

    private string Consequence => HasAlert ? L["CloseTells", Partners] : L["CloseTellsNobody"];

    private Color Tone => _outcome switch
    {
        { } outcome when IsGood(outcome) => Color.Success,
        Outcome.IssuedInError => Color.Error,
        _ => Color.Primary,
    };

    private string Act => _outcome is not { } outcome ? L["CloseChoose"]
        : HasAlert ? L["CloseAct", L["Outcome" + outcome].Value, L.PartnersWord(Partners)]
        : L["CloseActQuiet", L["Outcome" + outcome].Value];

    protected override void OnInitialized() => _outcome = OnlyCancels ? Outcome.IssuedInError : null;

    private static bool IsGood(Outcome outcome) => outcome is Outcome.FoundSafe or Outcome.FoundInjured;

    private async Task CloseAsync()
    {
        var outcome = _outcome!.Value;
        if (await TryAsync(actor => Close.ExecuteAsync(actor, Case.Id, outcome)))
            Dialog.Close(HasAlert ? L["ClosedToast", Partners].Value : L["ClosedQuietToast"].Value);
    }
}
