using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Reunion.Console.Components.Layout;

/// <summary>How this browser tells of verified tips. What is chosen stays in the browser: the next person at it finds it so.</summary>
public sealed partial class NoticeSwitches
{
    private ElementReference _root;
    private IJSObjectReference? _module;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its script with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["assets/console.js"]);
            await _module.InvokeVoidAsync("bindNoticeSwitches", _root);
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // Without its script the browser shows notices on the page only.
        }
    }
}
