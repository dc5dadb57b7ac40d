using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Tips.Conversation;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>The conversation with who sent a tip, as it goes on. They are told no name.</summary>
public sealed partial class TipConversation
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private IReadOnlyList<TipMessage> _messages = [];
    private string _text = "";
    private ElementReference _field;
    private TipId _shown;
    private IDisposable? _live;

    [Parameter, EditorRequired]
    public TipId Tip { get; set; }

    [Inject]
    private ReadConversation Read { get; set; } = null!;

    [Inject]
    private ReplyToTip Reply { get; set; } = null!;

    [Inject]
    private LiveFeed Live { get; set; } = null!;

    /// <summary>Puts the cursor into the answer.</summary>
    public ValueTask FocusAsync() => _field.FocusAsync();

    public void Dispose() => _live?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _live ??= Live.Subscribe("tip conversation", Interval, happened =>
            happened.OfType<TipMessageSent>().Any(m => m.Tip == _shown) ? InvokeAsync(ReloadAsync) : Task.CompletedTask);
        if (_shown == Tip)
            return;
        (_shown, _messages, _text) = (Tip, [], "");
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        try
        {
            _messages = await Read.OfTipAsync(await Current.GetAsync(), _shown);
        }
        catch (ProblemException)
        {
            // The role was taken away: what was said goes, the next click says why.
            _messages = [];
        }

        StateHasChanged();
    }

    private Task OnKeyAsync(KeyboardEventArgs key) =>
        key is { Key: "Enter", CtrlKey: true } && !string.IsNullOrWhiteSpace(_text) ? SendAsync() : Task.CompletedTask;

    private async Task SendAsync()
    {
        if (await TryAsync(actor => Reply.ExecuteAsync(actor, _shown, _text)))
        {
            _text = "";
            await ReloadAsync();
        }
    }
}
