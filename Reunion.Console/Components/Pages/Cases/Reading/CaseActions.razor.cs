using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>What the reader may do with the case as it stands.</summary>
public sealed partial class CaseActions
{
    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback OnIssue { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Parameter]
    public EventCallback OnCancelAlert { get; set; }

    [Parameter]
    public EventCallback OnPause { get; set; }

    [Parameter]
    public EventCallback OnResume { get; set; }

    private string TipsWord => View.NewTips > 0 ? L["TipsWithNew", View.Tips, View.NewTips] : L["Tips", View.Tips];
}
