using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Reunion.Core.Live;

/// <summary>
/// Tells screens in this process what was just committed. A subscriber gets events in bundles, at most one bundle per
/// interval, so that a burst of tips costs a screen one redraw.
/// </summary>
/// <remarks>Thread-safe. Publishing never waits for a subscriber. Nothing is lost by losing an event: screens read rows.</remarks>
/// <param name="clock">Measures the interval between bundles.</param>
/// <param name="log">Hears of handlers that fail.</param>
public sealed class LiveFeed(TimeProvider clock, ILogger<LiveFeed> log)
{
    private readonly ConcurrentDictionary<LiveSubscription, byte> _subscriptions = new();
    private ImmutableArray<Action<LiveEvent>> _taps = [];

    /// <summary>Hands an event to everyone who listens.</summary>
    /// <param name="happened">What was committed.</param>
    public void Publish(LiveEvent happened)
    {
        foreach (var tap in _taps)
            tap(happened);
        foreach (var subscription in _subscriptions.Keys)
            subscription.Offer(happened);
    }

    /// <summary>Calls a handler within <see cref="Publish"/>, before that returns: for what must be forgotten at once.</summary>
    /// <param name="handler">Hears every event from now on, on the publisher's thread. It must be quick and must not fail.</param>
    public void Tap(Action<LiveEvent> handler) => ImmutableInterlocked.Update(ref _taps, (taps, added) => taps.Add(added), handler);

    /// <summary>Listens until disposed.</summary>
    /// <param name="name">Who listens, for the log.</param>
    /// <param name="interval">The least time between two bundles; zero for each event as soon as it comes.</param>
    /// <param name="handler">Gets each bundle, oldest event first, one call at a time.</param>
    /// <returns>Dispose of it to stop listening; a call under way still ends.</returns>
    public IDisposable Subscribe(string name, TimeSpan interval, Func<IReadOnlyList<LiveEvent>, Task> handler)
    {
        var subscription = new LiveSubscription(name, interval, handler, clock, log, s => _subscriptions.TryRemove(s, out _));
        _subscriptions.TryAdd(subscription, 0);
        return subscription;
    }
}
