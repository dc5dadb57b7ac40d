using System.Runtime.InteropServices;

namespace Reunion.Core.Geofencing;

/// <summary>
/// Pages of 32 KiB of native memory, for everything of an index that grows with the number of phones. All pages are of one size,
/// so what one table gives back any other can use, and memory never breaks into pieces. Thread-safe.
/// </summary>
/// <remarks>
/// Memory comes from the system in slabs that are only backed where they are touched, on Linux by huge pages: with small ones, a
/// random write to a large table would wait for the address as long as for the data. A page holds whatever it held before.
/// </remarks>
internal sealed unsafe partial class PagePool : IDisposable
{
    public const int PageBytes = 32 * 1024;
    private const int SlabBytes = 64 * 1024 * 1024;
    private const int HugePageBytes = 2 * 1024 * 1024;
    private const int MadviseHugePage = 14;

    /// <summary>The most pages that are kept ready, and how many are made ready at a time.</summary>
    private const int MaxReserve = 512;
    private const int Step = 16;

    private readonly Lock _gate = new();
    private readonly List<nint> _slabs = [];
    private readonly Stack<nint> _free = new();
    private int _usedOfSlab = SlabBytes;
    private long _inUse;
    private bool _isPreparing;
    private int _users;

    /// <summary>The bitmaps of the same index.</summary>
    public BitmapPool Bitmaps { get; } = new();

    public bool IsDisposed { get; private set; }

    /// <summary>Bytes of the pages that are rented now.</summary>
    public long BytesInUse => Interlocked.Read(ref _inUse) * PageBytes;

    /// <summary>A page for 4,096 words, with no particular content.</summary>
    /// <exception cref="OutOfMemoryException">The system has no more.</exception>
    public ulong* Rent()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, typeof(PresenceIndex));
            Interlocked.Increment(ref _inUse);
            if (!_isPreparing && _free.Count < Reserve / 2)
            {
                _isPreparing = true;
                ThreadPool.UnsafeQueueUserWorkItem(static pool => pool.Prepare(), this, preferLocal: false);
            }
            return (ulong*)(_free.TryPop(out var page) ? page : Take(1));
        }
    }

    public void Return(ulong* page)
    {
        lock (_gate)
        {
            Interlocked.Decrement(ref _inUse);
            _free.Push((nint)page);
        }
    }

    /// <summary>Frees everything; no page may be used any more.</summary>
    public void Dispose()
    {
        lock (_gate)
            IsDisposed = true;
        SpinWait.SpinUntil(() => Volatile.Read(ref _users) == 0);
        lock (_gate)
        {
            foreach (var slab in _slabs)
                NativeMemory.AlignedFree((void*)slab);
            _slabs.Clear();
            _free.Clear();
            _usedOfSlab = SlabBytes;
        }
    }

    /// <summary>How many pages are kept ready.</summary>
    private int Reserve => (int)Math.Min(MaxReserve, Interlocked.Read(ref _inUse) / 16);

    /// <summary>
    /// Touches pages before they are needed: the system finds, and clears, memory for a huge page only then, and whoever writes a position
    /// should not wait for it.
    /// </summary>
    private void Prepare()
    {
        while (true)
        {
            nint first;
            lock (_gate)
            {
                if (IsDisposed || _free.Count >= Reserve)
                {
                    _isPreparing = false;
                    return;
                }
                first = Take(Step);
                _users++;
            }
            for (var at = 0; at < Step * PageBytes; at += 4096)
                Volatile.Write(ref *(byte*)(first + at), 0);
            lock (_gate)
            {
                _users--;
                for (var i = Step - 1; i >= 0; i--)
                    _free.Push(first + i * PageBytes);
            }
        }
    }

    /// <summary>Pages that were never used, one behind the other.</summary>
    private nint Take(int pages)
    {
        if (_usedOfSlab + pages * PageBytes > SlabBytes)
            AddSlab();
        var first = _slabs[^1] + _usedOfSlab;
        _usedOfSlab += pages * PageBytes;
        return first;
    }

    private void AddSlab()
    {
        var slab = NativeMemory.AlignedAlloc(SlabBytes, HugePageBytes);
        // Only advice: without it everything works, more slowly.
        if (OperatingSystem.IsLinux())
            _ = Advise(slab, SlabBytes, MadviseHugePage);
        _slabs.Add((nint)slab);
        _usedOfSlab = 0;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
