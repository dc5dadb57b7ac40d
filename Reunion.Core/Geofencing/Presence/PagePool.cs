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

    private readonly Lock _gate = new();
    private readonly List<nint> _slabs = [];
    private readonly Stack<nint> _free = new();
    private int _usedOfSlab = SlabBytes;
    private long _inUse;

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
            if (_free.TryPop(out var page))
                return (ulong*)page;
            if (_usedOfSlab == SlabBytes)
                AddSlab();
            page = _slabs[^1] + _usedOfSlab;
            _usedOfSlab += PageBytes;
            return (ulong*)page;
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
        {
            IsDisposed = true;
            foreach (var slab in _slabs)
                NativeMemory.AlignedFree((void*)slab);
            _slabs.Clear();
            _free.Clear();
            _usedOfSlab = SlabBytes;
        }
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
