using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>The page's keys, heard wherever the focus is, and what only the browser knows of the list.</summary>
internal sealed class TipKeys(IJSRuntime script, string module, Func<string, Task> pressed) : IAsyncDisposable
{
    private DotNetObjectReference<TipKeys>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;

    /// <summary>The keys with the names of their words, as the help lists them.</summary>
    public static IReadOnlyList<(string[] Keys, string Words)> Listed { get; } =
    [
        (["j", "↓"], "KeyNext"), (["k", "↑"], "KeyPrevious"), (["v"], "KeyVerify"), (["d"], "KeyDismiss"), (["u"], "KeyDuplicate"),
        (["a"], "KeyAssign"), (["r"], "KeyReply"), (["z"], "KeyUndo"), (["x"], "KeyPick"), (["n"], "KeyArrived"), (["/"], "KeySearch"),
        (["Ctrl", "Enter"], "KeySend"), (["Esc"], "KeyClose"), (["?"], "KeyHelp"),
    ];

    private static readonly string[] Heard =
        ["j", "ArrowDown", "k", "ArrowUp", "v", "d", "u", "a", "r", "z", "x", "n", "/", "Escape", "?"];

    /// <summary>Begins to listen.</summary>
    public Task StartAsync() => TryAsync(async () =>
    {
        _self = DotNetObjectReference.Create(this);
        _module = await script.InvokeAsync<IJSObjectReference>("import", "./" + module);
        _watch = await _module.InvokeAsync<IJSObjectReference>("watchKeys", Heard, _self);
    });

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task OnKey(string key) => Heard.Contains(key) ? pressed(key) : Task.CompletedTask;

    /// <summary>Brings a line into view.</summary>
    public Task RevealAsync(ElementReference list, int line) => CallAsync("revealLine", list, line, TipList.LineHeight);

    /// <summary>Scrolls to the first line.</summary>
    public Task ToTopAsync(ElementReference list) => CallAsync("toTop", list);

    /// <summary>Whether the first line is in view; false when that cannot be known.</summary>
    public async Task<bool> IsAtTopAsync(ElementReference list)
    {
        var isAtTop = false;
        await TryAsync(async () => isAtTop = _module is not null && await _module.InvokeAsync<bool>("isAtTop", list));
        return isAtTop;
    }

    public async ValueTask DisposeAsync()
    {
        await TryAsync(async () =>
        {
            if (_watch is not null)
                await _watch.InvokeVoidAsync("dispose");
            if (_module is not null)
                await _module.DisposeAsync();
        });
        _self?.Dispose();
    }

    private Task CallAsync(string function, params object?[] values) =>
        TryAsync(async () => await (_module?.InvokeVoidAsync(function, values) ?? ValueTask.CompletedTask));

    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser went away.
        }
    }
}
