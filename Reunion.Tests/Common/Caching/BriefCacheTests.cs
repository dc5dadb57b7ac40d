using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common.Caching;

namespace Reunion.Tests.Common.Caching;

public sealed class BriefCacheTests
{
    private readonly FakeTimeProvider _clock = new();
    private int _made;

    [Fact]
    public async Task An_answer_is_worked_out_anew_only_when_its_time_is_over()
    {
        var cache = new BriefCache<string, int>(TimeSpan.FromSeconds(30), _clock);
        Assert.Equal(1, await AskAsync(cache, "a"));
        Assert.Equal(1, await AskAsync(cache, "a"));
        Assert.Equal(2, await AskAsync(cache, "b"));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(3, await AskAsync(cache, "a"));
    }

    [Fact]
    public async Task Those_who_ask_meanwhile_wait_for_the_same_answer_however_long_it_takes()
    {
        var cache = new BriefCache<string, int>(TimeSpan.FromSeconds(30), _clock);
        var working = new TaskCompletionSource<int>();
        var first = cache.GetAsync("a", () => working.Task);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var second = AskAsync(cache, "a");
        working.SetResult(7);
        Assert.Equal(7, await first);
        Assert.Equal(7, await second);
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        var cache = new BriefCache<string, int>(TimeSpan.FromSeconds(30), _clock);
        await Assert.ThrowsAsync<IOException>(() => cache.GetAsync("a", () => throw new IOException()));
        Assert.Equal(1, await AskAsync(cache, "a"));
    }

    private Task<int> AskAsync(BriefCache<string, int> cache, string key) => cache.GetAsync(key, () => Task.FromResult(Interlocked.Increment(ref _made)));
}
