using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>Shows a new key or secret, once.</summary>
public sealed partial class SecretDialog
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Secret { get; set; } = "";

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;
}
