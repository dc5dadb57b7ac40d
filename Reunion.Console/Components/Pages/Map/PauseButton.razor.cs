using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Live;
using Reunion.Core.Alerts;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>Pauses or resumes an alert, after saying what will happen.</summary>
public sealed partial class PauseButton
{
    [Parameter, EditorRequired]
    public MapAlert Alert { get; set; } = null!;

    [Inject]
    private PauseAlert Pause { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private bool IsPaused => Alert.Status == AlertStatus.Paused;

    private async Task AskAsync()
    {
        var (resume, id, name) = (IsPaused, Alert.Id, Alert.ChildName);
        var word = resume ? "Resume" : "Pause";
        var sure = await Dialogs.ShowMessageBoxAsync(
            L[word + "Title", name], L[word + "Text", Alert.Progress.Sum(p => p.Waiting), Alert.Progress.Count],
            yesText: L[word], cancelText: L["Cancel"]);
        if (sure is not true)
            return;
        if (await TryAsync(actor => resume ? Pause.ResumeAsync(actor, id) : Pause.ExecuteAsync(actor, id)))
            Snackbar.Add(L[resume ? "ResumedDone" : "PausedDone", name], Severity.Normal);
    }
}
