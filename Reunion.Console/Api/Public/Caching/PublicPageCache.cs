using System.Collections.Concurrent;
using Reunion.Core.Live;

namespace Reunion.Console.Api.Public.Caching;

/// <summary>
/// The answers that everybody gets, kept in memory. Whatever is committed about an alert or a case empties it before the commit's caller
/// is told: from then on nobody is given a page, or a photo, of before.
/// </summary>
/// <remarks>
/// Thread-safe. What no event tells of (the hours on a page) is written anew after <see cref="Life"/>, by one reader while the others
/// still get the old one; nothing is given out that is older than <see cref="LongestLife"/>.
/// </remarks>
internal sealed class PublicPageCache
{
    /// <summary>After which time a page is written anew.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(15);

    /// <summary>After which time a page is not given out any more.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(60);

    private const long MostBytes = 128 * 1024 * 1024;

    private readonly ConcurrentDictionary<PageKey, CachedPage> _pages = new();
    private readonly ConcurrentDictionary<(PageKey, long), Task<CachedPage?>> _underway = new();
    private readonly TimeProvider _clock;
    private long _generation;
    private long _bytes;

    public PublicPageCache(LiveFeed live, TimeProvider clock)
    {
        _clock = clock;
        live.Tap(OnHappened);
    }

    /// <summary>Counts the changes; a page is given out only while this is the number that it was written under.</summary>
    public long Generation => Volatile.Read(ref _generation);

    /// <summary>The page to give out; null when one must be written.</summary>
    public CachedPage? Find(PageKey key)
    {
        if (!_pages.TryGetValue(key, out var page) || page.Generation != Generation)
            return null;
        var age = _clock.GetElapsedTime(page.WrittenAt);
        return age < Life || (age < LongestLife && !page.TakeRefresh()) ? page : null;
    }

    /// <summary>Waits for the one who writes the page, or becomes that one.</summary>
    /// <returns>The page; null when its writer gave up, or <paramref name="write"/> found nothing to keep.</returns>
    /// <param name="key">The page.</param>
    /// <param name="write">Writes it, as of a generation.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<(CachedPage? Page, bool IsMine)> WriteAsync(PageKey key, Func<long, Task<CachedPage?>> write, CancellationToken cancel)
    {
        var generation = Generation;
        var mine = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var underway = _underway.GetOrAdd((key, generation), mine.Task);
        if (underway != mine.Task)
            return (await underway.WaitAsync(cancel) is { } theirs && theirs.Generation == Generation ? theirs : null, false);

        CachedPage? page = null;
        try
        {
            page = await write(generation);
            if (page is not null)
                Keep(key, page);
        }
        finally
        {
            if (page is null && _pages.TryGetValue(key, out var old))
                old.GiveRefreshBack();
            _underway.TryRemove((key, generation), out _);
            mine.SetResult(page);
        }

        return (page, true);
    }

    /// <summary>The time now, for <see cref="CachedPage.WrittenAt"/>.</summary>
    public long Timestamp() => _clock.GetTimestamp();

    private void Keep(PageKey key, CachedPage page)
    {
        if (Interlocked.Add(ref _bytes, page.Bytes) > MostBytes)
            Clear();
        if (page.Generation == Generation)
            _pages[key] = page;
    }

    private void OnHappened(LiveEvent happened)
    {
        if (happened is not (AlertChanged or CaseChanged or RingSent or ClarificationPublished))
            return;
        Interlocked.Increment(ref _generation);
        Clear();
    }

    private void Clear()
    {
        _pages.Clear();
        Volatile.Write(ref _bytes, 0);
    }
}
