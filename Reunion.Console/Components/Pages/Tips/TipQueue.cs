using Reunion.Core.Common;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>
/// The lines that a reviewer has in front of them. Once put together they stay where they are: what comes in waits beside them
/// until it is asked for, and what changes or no longer fits the filter changes in its place.
/// </summary>
public sealed class TipQueue
{
    private readonly Dictionary<TipId, int> _places = [];
    private IReadOnlyList<BoardTip> _latest = [];

    /// <summary>The lines as they were when the list was put together; how a tip stands now is the board's to say.</summary>
    public IReadOnlyList<BoardTip> Shown { get; private set; } = [];

    /// <summary>Tips that fit the filter and are not in the list.</summary>
    public int Arrived { get; private set; }

    /// <summary>Everything that fits the filter, as it is now.</summary>
    public IReadOnlyList<BoardTip> Latest => _latest;

    /// <summary>What fits the filter now; an empty list takes it in at once.</summary>
    /// <param name="latest">The tips in their order.</param>
    public void Update(IReadOnlyList<BoardTip> latest)
    {
        if (ReferenceEquals(latest, _latest))
            return;
        _latest = latest;
        if (Shown.Count == 0)
            ShowAll();
        else
            Arrived = latest.Count(t => !_places.ContainsKey(t.Id));
    }

    /// <summary>Puts the list together anew.</summary>
    public void ShowAll()
    {
        (Shown, Arrived) = (_latest, 0);
        _places.Clear();
        for (var i = 0; i < Shown.Count; i++)
            _places[Shown[i].Id] = i;
    }

    /// <summary>Which line a tip has, from 0; null when it has none.</summary>
    /// <param name="tip">The tip.</param>
    public int? PlaceOf(TipId? tip) => tip is { } id && _places.TryGetValue(id, out var place) ? place : null;

    /// <summary>The tip below or above another one; the first when that is not in the list, null when the list is empty.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="step">1 for the next, -1 for the one before; the list's ends stop.</param>
    public BoardTip? Move(TipId? from, int step) => Shown.Count == 0 ? null
        : Shown[PlaceOf(from) is { } at ? Math.Clamp(at + step, 0, Shown.Count - 1) : 0];

    /// <summary>The lines between two, both included, in the order of the list.</summary>
    /// <param name="from">One end; when it has no line, only the other end.</param>
    /// <param name="to">The other end.</param>
    public IEnumerable<TipId> Between(TipId? from, TipId to)
    {
        if (PlaceOf(to) is not { } end)
            return [];
        var start = PlaceOf(from) ?? end;
        return Shown.Skip(Math.Min(start, end)).Take(Math.Abs(end - start) + 1).Select(t => t.Id);
    }
}
