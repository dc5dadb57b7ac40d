using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Dismisses a tip with a reason, picked or written.</summary>
public sealed partial class DismissForm
{
    private static readonly string[] QuickReasons = ["QuickOtherChild", "QuickOtherPlace", "QuickTooVague", "QuickHoax"];

    private string _reason = "";
    private ElementReference _field;

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public string? ReasonError { get; set; }

    /// <summary>What the button says, when it is about more than one tip.</summary>
    [Parameter]
    public string? Confirm { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback<string> OnDismiss { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _field.FocusAsync(preventScroll: true);
    }

    private Task SubmitAsync() => OnDismiss.InvokeAsync(_reason);

    private Task OnKeyAsync(KeyboardEventArgs key) => key switch
    {
        { Key: "Escape" } => OnCancel.InvokeAsync(),
        { Key: "Enter", CtrlKey: true } when !IsBusy => SubmitAsync(),
        _ => Task.CompletedTask,
    };
}
