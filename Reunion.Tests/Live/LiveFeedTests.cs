using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Live;

namespace Reunion.Tests.Live;

public sealed class LiveFeedTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Channel<IReadOnlyList<LiveEvent>> _bundles = Channel.CreateUnbounded<IReadOnlyList<LiveEvent>>();
    private readonly LiveFeed _feed;

    public LiveFeedTests() => _feed = new LiveFeed(_clock, NullLogger<LiveFeed>.Instance);

    [Fact]
    public async Task The_first_event_comes_at_once_and_the_next_ones_together_after_the_interval()
    {
        using var subscription = _feed.Subscribe("test", TimeSpan.FromSeconds(1), KeepAsync);
        _feed.Publish(Event(1));
        Assert.Equal([Event(1)], await NextAsync());
        _feed.Publish(Event(2));
        _feed.Publish(Event(3));
        // The subscription waits on the fake clock from here on; until it moves, nothing more comes.
        Assert.False(_bundles.Reader.TryRead(out _));
        Assert.Equal([Event(2), Event(3)], await NextAsync(advance: TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Each_subscriber_gets_each_event_and_one_that_throws_keeps_getting_them()
    {
        var calls = Channel.CreateUnbounded<int>();
        using var failing = _feed.Subscribe("failing", TimeSpan.Zero, async bundle =>
        {
            await calls.Writer.WriteAsync(bundle.Count);
            throw new InvalidOperationException("screen gone");
        });
        using var good = _feed.Subscribe("good", TimeSpan.Zero, KeepAsync);
        for (var i = 1; i <= 2; i++)
        {
            _feed.Publish(Event(i));
            Assert.Equal(1, await calls.Reader.ReadAsync(TestContext.Current.CancellationToken));
            Assert.Equal([Event(i)], await NextAsync());
        }
    }

    [Fact]
    public async Task After_disposal_nothing_comes_any_more()
    {
        var gone = _feed.Subscribe("gone", TimeSpan.Zero, _ => throw new InvalidOperationException("called after disposal"));
        gone.Dispose();
        gone.Dispose();
        using var there = _feed.Subscribe("there", TimeSpan.Zero, KeepAsync);
        _feed.Publish(Event(1));
        Assert.Equal([Event(1)], await NextAsync());
    }

    private static CaseChanged Event(int number) => new(new CaseId(new Guid(number, 0, 0, new byte[8])));

    private async Task KeepAsync(IReadOnlyList<LiveEvent> bundle) => await _bundles.Writer.WriteAsync(bundle);

    // The subscription may not wait on the clock yet when the test moves it, so it is moved until something comes.
    private async Task<IReadOnlyList<LiveEvent>> NextAsync(TimeSpan advance = default)
    {
        var next = _bundles.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();
        while (advance > TimeSpan.Zero && !next.IsCompleted)
        {
            _clock.Advance(advance);
            await Task.WhenAny(next, Task.Delay(20, TestContext.Current.CancellationToken));
        }
        return await next;
    }
}
