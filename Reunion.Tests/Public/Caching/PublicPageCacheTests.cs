using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Reunion.Console.Api.Public.Caching;
using Reunion.Core.Common;
using Reunion.Core.Live;

namespace Reunion.Tests.Public.Caching;

public sealed class PublicPageCacheTests
{
    private static readonly PageKey Key = new("/a/7K3QX9PM", "en", false);

    private readonly FakeTimeProvider _clock = new();
    private readonly LiveFeed _live;
    private readonly PublicPageCache _cache;

    public PublicPageCacheTests()
    {
        _live = new LiveFeed(_clock, NullLogger<LiveFeed>.Instance);
        _cache = new PublicPageCache(_live, _clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_gone_when_the_publishing_of_a_change_returns()
    {
        foreach (var change in new LiveEvent[] { new AlertChanged(default), new CaseChanged(default), new RingSent(default, default, 2) })
        {
            await WriteAsync();
            Assert.NotNull(_cache.Find(Key));
            _live.Publish(change);
            Assert.Null(_cache.Find(Key));
        }

        await WriteAsync();
        _live.Publish(new TipArrived(default, default));
        Assert.NotNull(_cache.Find(Key));
    }

    [Fact]
    public async Task What_was_read_before_a_change_and_written_after_it_is_never_given_out()
    {
        await _cache.WriteAsync(
            Key, generation =>
            {
                _live.Publish(new AlertChanged(TypedId.New<AlertId>(_clock)));
                return Task.FromResult<CachedPage?>(Page(generation));
            },
            Cancel);
        Assert.Null(_cache.Find(Key));
    }

    [Fact]
    public async Task An_older_page_is_written_anew_by_one_while_the_others_get_it_and_a_stale_one_nobody_gets()
    {
        var old = await WriteAsync();
        _clock.Advance(PublicPageCache.Life - TimeSpan.FromMilliseconds(1));
        Assert.Same(old, _cache.Find(Key));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(_cache.Find(Key));
        Assert.Same(old, _cache.Find(Key));

        // Whoever was to write it gave up: the next one does.
        await Assert.ThrowsAsync<InvalidOperationException>(() => _cache.WriteAsync(Key, _ => throw new InvalidOperationException(), Cancel));
        Assert.Null(_cache.Find(Key));
        _clock.Advance(PublicPageCache.LongestLife - PublicPageCache.Life);
        Assert.Null(_cache.Find(Key));
        var renewed = await WriteAsync();
        Assert.Same(renewed, _cache.Find(Key));
    }

    [Fact]
    public async Task Of_a_crowd_one_writes_the_page_and_the_others_wait_for_it()
    {
        var (written, release) = (0, new TaskCompletionSource());
        async Task<CachedPage?> WriteSlowlyAsync(long generation)
        {
            Interlocked.Increment(ref written);
            await release.Task;
            return Page(generation);
        }

        var crowd = Enumerable.Range(0, 50).Select(_ => _cache.WriteAsync(Key, WriteSlowlyAsync, Cancel)).ToList();
        release.SetResult();
        var given = await Task.WhenAll(crowd);
        Assert.Equal(1, written);
        Assert.Single(given.Select(g => g.Page).Distinct());
        Assert.Single(given, g => g.IsMine);
    }

    private async Task<CachedPage> WriteAsync() =>
        (await _cache.WriteAsync(Key, generation => Task.FromResult<CachedPage?>(Page(generation)), Cancel)).Page!;

    private CachedPage Page(long generation)
    {
        var body = PageBody.Whole([1], PageEncoding.Plain);
        return new CachedPage([body, body, body], "\"1\"", generation, _cache.Timestamp());
    }
}
