using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>A secret that can be read and copied now and never again.</summary>
public sealed partial class SecretOnce
{
    private bool _copied;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Secret { get; set; } = "";

    [Parameter]
    public string TestId { get; set; } = "secret";

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private async Task CopyAsync()
    {
        try
        {
            await Script.InvokeVoidAsync("navigator.clipboard.writeText", Secret);
            _copied = true;
        }
        catch (JSException)
        {
            // The browser does not allow it here; the text can be selected by hand.
        }
    }
}
