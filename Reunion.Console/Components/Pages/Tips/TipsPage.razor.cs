using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Reunion.Console.Live;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>The queue of tips and the map side by side, in step.</summary>
public sealed partial class TipsPage : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly TipQueue _queue = new();
    private readonly Dictionary<AlertId, BoardSnapshot> _boards = [];
    private readonly Dictionary<AlertId, IDisposable> _holds = [];
    private TipFilters? _filters;
    private TipList? _list;
    private TipDetail? _detail;
    private TipKeys? _keys;
    private Actor? _actor;
    private MapSnapshot _snapshot = MapSnapshot.Empty;
    private IReadOnlyDictionary<PartnerId, string> _partners = new Dictionary<PartnerId, string>();
    private TipQuery _query = new();
    private TipId? _selected;
    private TipSummary? _tip;
    private MapAlert? _alert;
    private bool _isRead;
    private IDisposable? _watch;
    private IDisposable? _subscription;

    [Inject]
    private ReadTips Read { get; set; } = null!;

    [Inject]
    private TipBoards Shared { get; set; } = null!;

    [Inject]
    private ReadPartners ReadPartners { get; set; } = null!;

    [Inject]
    private LiveMapState State { get; set; } = null!;

    [Inject]
    private ReviewDesk Desk { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "alert")]
    private string? AlertText { get; set; }

    [SupplyParameterFromQuery(Name = "tip")]
    private string? TipText { get; set; }

    // The open alerts, and one that has ended when the page is asked for it.
    private IEnumerable<AlertId> Wanted => _snapshot.Alerts.Select(a => a.Id).Concat(_query.Alert is { } asked ? [asked] : []).Distinct();

    private IEnumerable<BoardSnapshot> Boards => _boards.Values.Where(b => _query.Alert is null || b.Alert == _query.Alert);

    private IReadOnlyList<(AlertId Id, string Name)> Choices => [.. _boards.Values.Select(b => (b.Alert, b.ChildName))];

    public async ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        _subscription?.Dispose();
        Desk.Leave(this);
        foreach (var hold in _holds.Values)
            hold.Dispose();
        if (_keys is not null)
            await _keys.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        if (TypedId.TryParse<AlertId>(AlertText, out var alert))
            _query = _query with { Alert = alert };
        await TryAsync(async actor =>
        {
            _actor = actor;
            _watch = State.Watch(actor, snapshot => _ = InvokeAsync(() => SeeAsync(snapshot)));
            _snapshot = await State.GetAsync(actor);
            _partners = (await ReadPartners.ListAsync(actor)).ToDictionary(p => p.Id, p => p.Name);
            await ReadAsync(actor);
        });
        _isRead = true;
        GoToAlerts();
        _subscription = Feed.Subscribe("tips page", Interval, HearAsync);
        if (TypedId.TryParse<TipId>(TipText, out var wanted))
            await GoAsync(wanted);
        Draw();
    }

    private string? PartnerName(TipSummary tip) => tip.PartnerId is { } id ? _partners.GetValueOrDefault(id) : null;

    private BoardSnapshot? BoardOf(AlertId alert) => _boards.GetValueOrDefault(alert);

    private BoardTip? Find(TipId id)
    {
        foreach (var board in _boards.Values)
            if (board.Find(id) is { } tip)
                return tip;
        return null;
    }

    private BoardTip Now(BoardTip shown) => BoardOf(shown.Alert)?.Find(shown.Id) ?? shown;

    private string? ChildNameOf(BoardTip tip) => _query.Alert is null && _boards.Count > 1 ? BoardOf(tip.Alert)?.ChildName : null;

    private IReadOnlyList<string> OthersOf(TipId tip) => Desk.Others(tip, _actor?.AccountId);

    private Task HearAsync(IReadOnlyList<LiveEvent> happened)
    {
        if (happened.Any(e => e is TipBoardChanged changed && _holds.ContainsKey(changed.Alert)))
            return InvokeAsync(FollowAsync);
        return happened.Any(e => e is DeskChanged) ? InvokeAsync(StateHasChanged) : Task.CompletedTask;
    }

    private async Task SeeAsync(MapSnapshot snapshot)
    {
        var (isOther, looksOther) = (!IsSame(snapshot, a => a.Id), !IsSame(snapshot, a => (a.Id, a.Status)) || !snapshot.Alerts.Zip(_snapshot.Alerts).All(
            p => p.First.Circles.Select(Look).SequenceEqual(p.Second.Circles.Select(Look))));
        _snapshot = snapshot;
        if (isOther)
            await FollowAsync();
        else if (looksOther)
            Draw();
    }

    // Every tip makes a new snapshot for its dot there; here only what circles look like counts.
    private bool IsSame<T>(MapSnapshot other, Func<MapAlert, T> what) => other.Alerts.Select(what).SequenceEqual(_snapshot.Alerts.Select(what));

    private static (CircleId Id, double Radius, DateTimeOffset? NextUtc, bool HasJustGrown) Look(MapCircle circle) =>
        (circle.Id, circle.RadiusMetres, circle.NextAtUtc, circle.HasJustGrown);

    private async Task FollowAsync()
    {
        try
        {
            await ReadAsync(await Current.GetAsync());
        }
        catch (ProblemException)
        {
            // Whoever may no longer review tips sees no more of them, also when nothing is clicked.
            Forget();
        }

        Draw();
    }

    private void Forget()
    {
        (_selected, _tip) = (null, null);
        _boards.Clear();
        _picked.Clear();
        _queue.Update([]);
        _queue.ShowAll();
    }

    private async Task ReadAsync(Actor actor)
    {
        var wanted = Wanted.ToList();
        foreach (var gone in _holds.Keys.Except(wanted).ToList())
        {
            _holds.Remove(gone, out var hold);
            hold!.Dispose();
            _boards.Remove(gone);
        }

        foreach (var alert in wanted)
        {
            if (!_holds.ContainsKey(alert))
                _holds[alert] = Shared.Hold(alert);
            _boards[alert] = await Shared.GetAsync(actor, alert);
        }

        _queue.Update(Query());
        await ReadTipAsync(actor);
        await TakeInAsync();
    }

    // Of one alert the list is the board's own, which everybody who asks the same is handed.
    private IReadOnlyList<BoardTip> Query()
    {
        var lists = Boards.Select(b => b.Query(_query)).Where(l => l.Count > 0).ToList();
        return lists switch
        {
            [] => [],
            [var only] => only,
            _ when _query.Order == TipOrder.Score => [.. lists.SelectMany(l => l).OrderByDescending(t => t.Score.Total)],
            _ when _query.Order == TipOrder.Seen => [.. lists.SelectMany(l => l).OrderByDescending(t => t.Row.AtUtc)],
            _ => [.. lists.SelectMany(l => l).OrderByDescending(t => t.Row.ReceivedAtUtc)],
        };
    }

    private async Task ReadTipAsync(Actor actor)
    {
        if (_selected is not { } id)
            _tip = null;
        else if (_tip?.Id != id || Find(id) is not { } line || line.Row.Version != _tip.Version || line.Row.Repeats != _tip.Repeats)
            _tip = await Read.FindAsync(actor, id);
        _alert = _snapshot.Find(_tip?.AlertId ?? _query.Alert);
    }

    // What arrives goes straight into the list only while nobody has a hand on it.
    private async Task TakeInAsync()
    {
        if (_queue.Arrived > 0 && _selected is null && _picked.Count == 0 && _list is { IsHovered: false } list && _keys is not null
            && await _keys.IsAtTopAsync(list.Element))
            _queue.ShowAll();
    }

    private async Task ShowArrivedAsync()
    {
        _queue.ShowAll();
        if (_keys is not null && _list is not null)
            await _keys.ToTopAsync(_list.Element);
    }

    private async Task FilterAsync(TipQuery query)
    {
        var isOther = query.Alert != _query.Alert;
        _query = query;
        await TryAsync(ReadAsync);
        _queue.ShowAll();
        if (isOther)
            GoToAlerts();
        if (_keys is not null && _list is not null)
            await _keys.ToTopAsync(_list.Element);
        Draw();
    }
}
