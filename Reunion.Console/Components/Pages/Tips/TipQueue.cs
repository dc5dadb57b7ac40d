using Reunion.Core.Common;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>
/// The tips that a reviewer has in front of them. Tips that come in wait beside the list until they are asked for, so that
/// no line moves under a hand; what changes about a tip in the list changes in its place.
/// </summary>
public sealed class TipQueue
{
    private IReadOnlyList<TipSummary> _latest = [];

    /// <summary>The tips in the list, newest first.</summary>
    public IReadOnlyList<TipSummary> Shown { get; private set; } = [];

    /// <summary>Tips that came in since the list was put together.</summary>
    public int Arrived => _latest.Count(t => Shown.All(s => s.Id != t.Id));

    /// <summary>Everything as it is now.</summary>
    /// <param name="latest">What was read.</param>
    /// <param name="selected">Stays in the list although it no longer fits the filter, until the reader moves on.</param>
    public void Update(IReadOnlyList<TipSummary> latest, TipSummary? selected)
    {
        _latest = latest;
        if (Shown.Count == 0)
        {
            ShowAll();
            return;
        }

        var now = latest.ToDictionary(t => t.Id);
        Shown = [.. Shown.Select(s => now.TryGetValue(s.Id, out var newer) ? newer : s.Id == selected?.Id ? selected : null).OfType<TipSummary>()];
        if (Shown.Count == 0)
            ShowAll();
    }

    /// <summary>Puts what arrived into the list.</summary>
    public void ShowAll() => Shown = _latest;

    /// <summary>The tip above or below another one; the first when there is none.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="step">1 for the next, -1 for the one before.</param>
    public TipSummary? Move(TipId? from, int step)
    {
        if (Shown.Count == 0)
            return null;
        var at = Shown.ToList().FindIndex(t => t.Id == from);
        return Shown[at < 0 ? 0 : Math.Clamp(at + step, 0, Shown.Count - 1)];
    }
}
