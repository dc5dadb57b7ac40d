using System.Collections.Concurrent;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Live;

namespace Reunion.Console.Live;

/// <summary>Who looks at which tip in this process, so that two reviewers of one tip see each other.</summary>
/// <remarks>Thread-safe. A window that nobody touched for some minutes looks at nothing.</remarks>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Says how long ago somebody last did something.</param>
public sealed class ReviewDesk(LiveFeed live, TimeProvider clock)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<object, DeskLook> _looks = new();

    /// <summary>A window shows a tip, or none.</summary>
    /// <param name="window">The window; any object of its own.</param>
    /// <param name="actor">Whose window it is.</param>
    /// <param name="tip">The tip; null when it shows none.</param>
    public void Look(object window, Actor actor, TipId? tip)
    {
        if (tip is not { } looked)
        {
            Leave(window);
            return;
        }

        var before = _looks.GetValueOrDefault(window);
        _looks[window] = new DeskLook(actor.AccountId, actor.Name, looked, clock.GetUtcNow());
        if (before?.Tip != looked || before.AtUtc < clock.GetUtcNow() - Idle)
            live.Publish(new DeskChanged());
    }

    /// <summary>A window was closed, or shows no tip any more.</summary>
    /// <param name="window">The window.</param>
    public void Leave(object window)
    {
        if (_looks.TryRemove(window, out _))
            live.Publish(new DeskChanged());
    }

    /// <summary>The names of who else looks at a tip.</summary>
    /// <param name="tip">The tip.</param>
    /// <param name="accountId">Who asks; their other windows do not count.</param>
    public IReadOnlyList<string> Others(TipId tip, string? accountId)
    {
        if (_looks.IsEmpty)
            return [];
        var since = clock.GetUtcNow() - Idle;
        return [.. _looks.Values.Where(l => l.Tip == tip && l.AccountId != accountId && l.AtUtc >= since).Select(l => l.Name).Distinct().Order(StringComparer.Ordinal)];
    }
}
