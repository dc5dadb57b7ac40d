using System.Runtime.Intrinsics;

namespace Reunion.Core.Geofencing;

/// <summary>Device ids in pages of native memory. Filled by one thread; then thread-safe for reading until disposed.</summary>
internal sealed unsafe class IdPages(PagePool pool) : IDisposable
{
    /// <summary>Ids in a cache line.</summary>
    public const int Line = 8;

    private const int PageLength = PagePool.PageBytes / sizeof(ulong);
    private readonly List<(nint Page, int Count)> _runs = [];
    private bool _isDisposed;

    public long Count { get; private set; }

    public int RunCount => _runs.Count;

    public ReadOnlySpan<ulong> Run(int index)
    {
        ObjectDisposedException.ThrowIf(_isDisposed || pool.IsDisposed, typeof(ClaimedPhones));
        var (page, count) = _runs[index];
        return new ReadOnlySpan<ulong>((void*)page, count);
    }

    /// <summary>Where up to a page's worth of ids can be written.</summary>
    public ulong* Reserve(int count)
    {
        if (_runs.Count == 0 || _runs[^1].Count + count > PageLength)
            _runs.Add(((nint)pool.Rent(), 0));
        return (ulong*)_runs[^1].Page + _runs[^1].Count;
    }

    /// <summary>Says how many of the reserved places were filled.</summary>
    public void Advance(int count)
    {
        _runs[^1] = (_runs[^1].Page, _runs[^1].Count + count);
        Count += count;
    }

    /// <summary>Adds whole lines, past the caches. All that was added before must have been whole lines too.</summary>
    public void AppendLines(ulong* ids, int count)
    {
        while (count > 0)
        {
            var target = Reserve(Line);
            var length = Math.Min(count, PageLength - _runs[^1].Count);
            for (var i = 0; i < length; i += Line)
                Vector512.StoreAlignedNonTemporal(Vector512.Load(ids + i), target + i);
            Advance(length);
            ids += length;
            count -= length;
        }
    }

    /// <summary>Takes another's pages over.</summary>
    public void TakeOver(IdPages other)
    {
        _runs.AddRange(other._runs.Where(run => run.Count > 0));
        foreach (var run in other._runs.Where(run => run.Count == 0))
            pool.Return((ulong*)run.Page);
        Count += other.Count;
        other._runs.Clear();
        other.Count = 0;
    }

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var run in _runs)
            pool.Return((ulong*)run.Page);
        _runs.Clear();
    }
}
