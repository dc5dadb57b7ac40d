using System.Collections.Concurrent;
using System.Diagnostics;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;

namespace Reunion.Core.Tips.Board;

/// <summary>
/// The boards that reviewers look at: one an alert, however many look. A board is read when it is first asked for, kept in step
/// with what is committed, told anew as <see cref="TipBoardChanged"/>, and forgotten some time after the last one has gone.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class TipBoards : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    // A bundle as long as the feed's backlog may have lost some.
    private const int MostEvents = 5_000;

    // At most a quarter of the time goes into putting large boards together.
    private const int RestFactor = 3;

    private readonly ConcurrentDictionary<AlertId, TipBoard> _boards = new();
    private readonly ConcurrentDictionary<AlertId, TipBoardUse> _uses = new();
    private readonly TipRows _rows;
    private readonly LiveFeed _feed;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;
    private readonly CancellationTokenSource _over = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    internal TipBoards(TipRows rows, LiveFeed feed, TimeProvider clock)
    {
        (_rows, _feed, _clock) = (rows, feed, clock);
        _subscription = feed.Subscribe("tip boards", Interval, TakeTurnAsync);
    }

    /// <summary>The board of an alert as it is now.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="alert">The alert.</param>
    /// <exception cref="ProblemException"><c>forbidden</c> or <c>not_found</c>.</exception>
    public async Task<BoardSnapshot> GetAsync(Actor actor, AlertId alert)
    {
        actor.Demand(Permission.ReviewTips);
        Use(alert).Touch(_clock.GetUtcNow());
        return await Board(alert).GetAsync() ?? throw ProblemException.NotFound("alert");
    }

    /// <summary>Keeps a board in step until disposed, also while nobody asks for it.</summary>
    /// <param name="alert">The alert.</param>
    public IDisposable Hold(AlertId alert) => Use(alert).Hold();

    /// <summary>Brings a board in step with what was just committed, without waiting for the next round.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="tips">The tips that were changed.</param>
    public async Task CatchUpAsync(AlertId alert, IReadOnlyCollection<TipId> tips)
    {
        if (_boards.TryGetValue(alert, out var board) && await board.ApplyAsync(tips, withAlert: false) is not null)
            _feed.Publish(new TipBoardChanged(alert));
    }

    /// <summary>Reads a board anew from its rows.</summary>
    /// <param name="alert">The alert.</param>
    public async Task RebuildAsync(AlertId alert)
    {
        if (_boards.TryGetValue(alert, out var board) && await board.ReloadAsync() is not null)
            _feed.Publish(new TipBoardChanged(alert));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription.Dispose();
        _over.Cancel();
        foreach (var board in _boards.Values)
            board.Dispose();
        _over.Dispose();
        _turn.Dispose();
    }

    /// <summary>Stops following, once what is being read has been read.</summary>
    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        await _over.CancelAsync();
        // A bundle that was taken up before this has its turn first; one taken up after it finds that all is over.
        await _turn.WaitAsync();
        _turn.Release();
        Dispose();
    }

    private async Task TakeTurnAsync(IReadOnlyList<LiveEvent> happened)
    {
        if (_over.IsCancellationRequested)
            return;
        await _turn.WaitAsync();
        try
        {
            if (!_over.IsCancellationRequested)
                await FollowAsync(happened);
        }
        finally
        {
            _turn.Release();
        }
    }

    private TipBoard Board(AlertId alert) => _boards.GetOrAdd(alert, id => new TipBoard(id, _rows));

    private TipBoardUse Use(AlertId alert) => _uses.GetOrAdd(alert, _ => new TipBoardUse(_clock));

    private async Task FollowAsync(IReadOnlyList<LiveEvent> happened)
    {
        Forget();
        var started = Stopwatch.GetTimestamp();
        foreach (var (alert, board) in _boards)
        {
            var tips = happened.Select(e => TipOf(e, alert)).OfType<TipId>().ToHashSet();
            var withAlert = happened.Any(e => e is CaseChanged || (e as AlertChanged)?.Alert == alert || (e as RingSent)?.Alert == alert);
            if (tips.Count == 0 && !withAlert)
                continue;
            var changed = happened.Count >= MostEvents ? await board.ReloadAsync() : await board.ApplyAsync(tips, withAlert);
            if (changed is not null)
                _feed.Publish(new TipBoardChanged(alert));
        }

        var rest = Stopwatch.GetElapsedTime(started) * RestFactor - Interval;
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, _clock, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TipId? TipOf(LiveEvent happened, AlertId alert) => happened switch
    {
        TipArrived e when e.Alert == alert => e.Tip,
        TipReviewed e when e.Alert == alert => e.Tip,
        TipChanged e when e.Alert == alert => e.Tip,
        _ => null,
    };

    private void Forget()
    {
        foreach (var (alert, use) in _uses)
            if (use.IsOver(_clock.GetUtcNow() - Kept))
            {
                _boards.TryRemove(alert, out _);
                _uses.TryRemove(alert, out _);
            }
    }
}
