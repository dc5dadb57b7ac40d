using Reunion.Core.Common;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

// What is done by hand: keys, ticks, and taking back.
public sealed partial class TipsPage
{
    private const int MostUndos = 20;

    private readonly HashSet<TipId> _picked = [];
    private readonly List<TipDone> _undos = [];
    private BulkBar? _bulk;
    private TipDone? _done;
    private TipId? _lastPicked;
    private bool _isHelpOpen;

    private IReadOnlyList<BoardTip> PickedTips => [.. _picked.Select(Find).OfType<BoardTip>()];

    // With a decision half written a key that slips past its form must not do something else.
    private bool IsWriting => _detail?.IsWriting == true || _bulk?.IsWriting == true;

    private async Task PressAsync(string key)
    {
        await (key switch
        {
            "j" or "ArrowDown" when !IsWriting => MoveAsync(1),
            "k" or "ArrowUp" when !IsWriting => MoveAsync(-1),
            "/" => _filters?.FocusAsync().AsTask() ?? Task.CompletedTask,
            "n" => ShowArrivedAsync(),
            "z" => UndoAsync(),
            "x" => PickSelected(),
            "?" => ToggleHelp(),
            "Escape" => EscapeAsync(),
            _ when IsWriting => Task.CompletedTask,
            _ when _picked.Count > 0 => PressOnManyAsync(key),
            _ when _detail is not null => PressOnOneAsync(key, _detail),
            _ => Task.CompletedTask,
        });
        StateHasChanged();
    }

    private static Task PressOnOneAsync(string key, TipDetail detail) => key switch
    {
        "v" => detail.BeginVerifyAsync(),
        "d" => detail.BeginDismissAsync(),
        "u" => detail.BeginDuplicateAsync(),
        "a" => detail.AssignToMeAsync(),
        "r" => detail.BeginReplyAsync().AsTask(),
        _ => Task.CompletedTask,
    };

    private Task PressOnManyAsync(string key)
    {
        if (key == "d")
            _bulk?.BeginDismiss();
        return key switch
        {
            "u" when _picked.Count > 1 => _bulk?.DuplicateAsync() ?? Task.CompletedTask,
            "a" => _bulk?.AssignAsync(_actor?.AccountId) ?? Task.CompletedTask,
            _ => Task.CompletedTask,
        };
    }

    private async Task MoveAsync(int step)
    {
        if (_queue.Move(_selected, step) is { } tip && tip.Id != _selected)
            await SelectAsync(Now(tip));
    }

    private Task ToggleHelp()
    {
        _isHelpOpen = !_isHelpOpen;
        return Task.CompletedTask;
    }

    // One thing at a time: what lies on top goes first.
    private Task EscapeAsync()
    {
        if (_isHelpOpen)
            _isHelpOpen = false;
        else if (_bulk?.IsWriting == true)
            _bulk.EndDismiss();
        else if (_detail?.IsWriting == true)
            return _detail.EndForm();
        else if (_picked.Count > 0)
            _picked.Clear();
        else if (_selected is not null)
            return CloseAsync();
        return Task.CompletedTask;
    }

    private Task PickSelected()
    {
        if (_selected is { } tip)
            Pick(tip, toHere: false);
        return Task.CompletedTask;
    }

    private void Pick(TipId tip, bool toHere)
    {
        if (toHere)
            _picked.UnionWith(_queue.Between(_lastPicked, tip));
        else if (!_picked.Remove(tip))
            _picked.Add(tip);
        _lastPicked = tip;
    }

    private void PickAll() => _picked.UnionWith(_queue.Shown.Select(t => t.Id));

    private async Task DoneAsync(TipDone done)
    {
        _done = done;
        if (done.Back is not null && done.Outcome.Done.Count > 0)
            _undos.Add(done);
        if (_undos.Count > MostUndos)
            _undos.RemoveAt(0);
        _preview = null;
        _picked.Clear();
        await CatchUpAsync([.. done.Outcome.Done.Select(m => m.Id), .. done.Outcome.Refused]);
    }

    private async Task UndoAsync()
    {
        if (_undos.Count == 0)
            return;
        var last = _undos[^1];
        _undos.RemoveAt(_undos.Count - 1);
        await TryAsync(async actor =>
        {
            var outcome = await last.Back!(actor, last.Outcome.Done, default);
            var words = L["Undone", last.Words].Value;
            if (outcome.Refused.Count > 0)
                words += " " + L["RefusedMany", outcome.Refused.Count];
            _done = new TipDone(words, outcome, null);
        });
        await CatchUpAsync([.. last.Outcome.Done.Select(m => m.Id)]);
    }

    private Task CatchUpAsync() => CatchUpAsync(_selected is { } id ? [id] : []);

    // The board is brought in step at once for who did it; everybody else is told.
    private async Task CatchUpAsync(IReadOnlyCollection<TipId> tips)
    {
        foreach (var alert in tips.Select(Find).OfType<BoardTip>().Select(t => t.Alert).Distinct().ToList())
            await Shared.CatchUpAsync(alert, tips);
        await FollowAsync();
    }
}
