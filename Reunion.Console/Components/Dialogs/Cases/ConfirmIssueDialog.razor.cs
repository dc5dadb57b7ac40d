using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Components.Pages.Cases;
using Reunion.Console.Components.Pages.Cases.Issuing;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Dialogs.Cases;

/// <summary>The second step of issuing: who, how far, how many; the button says what it does.</summary>
public sealed partial class ConfirmIssueDialog
{
    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Parameter, EditorRequired]
    public Case Case { get; set; } = null!;

    [Parameter, EditorRequired]
    public IssueDraft Issue { get; set; } = null!;

    private string Words => L[Issue.IsDrill ? "ConfirmDrill" : Issue.Opening!.Phones > 0 ? "ConfirmActual" : "ConfirmApps",
        L.PhonesWord(Issue.Opening!.Phones), L.AppsWord(Issue.PartnersNow), L.KilometresWord(Issue.Opening.RadiusMetres)];
}
