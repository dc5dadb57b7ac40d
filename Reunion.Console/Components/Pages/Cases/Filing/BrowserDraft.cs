using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>
/// The browser's own copy of a half-filled form: holds what is typed while the server cannot be reached, and gives it back
/// after a reload or when the connection returns. Without it the form still works.
/// </summary>
internal sealed class BrowserDraft(IJSRuntime script, string module) : IAsyncDisposable
{
    private const string IdKey = "case-new";
    private Task<IJSObjectReference>? _module;
    private IJSObjectReference? _keeper;

    /// <summary>The id of the case that this tab was filling in; null when there is none.</summary>
    public async Task<string?> RememberedAsync()
    {
        string? id = null;
        await TryAsync(async () => id = await (await ModuleAsync()).InvokeAsync<string?>("keptText", IdKey));
        return id;
    }

    /// <summary>Remembers which case this tab is filling in.</summary>
    public Task RememberAsync(string id) => TryAsync(async () => await (await ModuleAsync()).InvokeVoidAsync("keepText", IdKey, id));

    /// <summary>Begins to watch the form, after putting back what this tab still had.</summary>
    public Task WatchAsync(ElementReference form, string id) => TryAsync(async () =>
    {
        _keeper = await (await ModuleAsync()).InvokeAsync<IJSObjectReference>("keepForm", form, $"{IdKey}.{id}");
        await _keeper.InvokeVoidAsync("restore");
    });

    /// <summary>Forgets everything: the form was sent or thrown away.</summary>
    public Task ForgetAsync() => TryAsync(async () =>
    {
        if (_keeper is not null)
            await _keeper.InvokeVoidAsync("clear");
        await (await ModuleAsync()).InvokeVoidAsync("forget", IdKey);
    });

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
            await TryAsync(async () =>
            {
                await _keeper.InvokeVoidAsync("dispose");
                await _keeper.DisposeAsync();
            });
        if (_module is not null)
            await TryAsync(async () => await (await _module).DisposeAsync());
    }

    private Task<IJSObjectReference> ModuleAsync() =>
        _module ??= script.InvokeAsync<IJSObjectReference>("import", "./" + module).AsTask();

    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The server's copy is enough.
        }
    }
}
