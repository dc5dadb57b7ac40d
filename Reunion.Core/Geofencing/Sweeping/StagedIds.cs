using System.Runtime.CompilerServices;

namespace Reunion.Core.Geofencing;

/// <summary>
/// A short stretch of ids for each band, which stays in the processor's nearest cache until whole cache lines of it are written to memory,
/// past the caches: ordinary writes would first read from memory what they are about to replace. Not thread-safe.
/// </summary>
internal sealed unsafe class StagedIds
{
    private const int LineBytes = IdPages.Line * sizeof(ulong);

    private readonly ulong*[] _starts;
    private readonly int[] _staged;

    // Pinned, so that plain pointers to it stay good.
    private readonly ulong[] _memory;

    /// <param name="bands">How many bands.</param>
    /// <param name="room">How many ids may be written before a band is flushed.</param>
    public StagedIds(int bands, int room)
    {
        var stride = (room + 2 * IdPages.Line - 1) / IdPages.Line * IdPages.Line;
        _memory = GC.AllocateUninitializedArray<ulong>(bands * stride + IdPages.Line, pinned: true);
        _starts = new ulong*[bands];
        _staged = new int[bands];
        var first = (ulong*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + LineBytes - 1) & ~(nuint)(LineBytes - 1));
        for (var band = 0; band < bands; band++)
            _starts[band] = first + band * stride;
    }

    /// <summary>Where a band's next ids are to be written.</summary>
    public ulong* EndOf(int band) => _starts[band] + _staged[band];

    /// <summary>Moves whole lines to their pages.</summary>
    /// <param name="band">The band.</param>
    /// <param name="end">Behind the last id written.</param>
    /// <param name="pages">The band's.</param>
    public void Flush(int band, ulong* end, IdPages pages)
    {
        var start = _starts[band];
        var staged = (int)(end - start);
        var rest = staged % IdPages.Line;
        if (staged != rest)
        {
            pages.AppendLines(start, staged - rest);
            for (var i = 0; i < rest; i++)
                start[i] = start[staged - rest + i];
        }
        _staged[band] = rest;
    }

    /// <summary>Moves the last ids too; nothing may be staged for the band afterwards.</summary>
    public void FlushAll(int band, IdPages pages)
    {
        Flush(band, EndOf(band), pages);
        if (_staged[band] == 0)
            return;
        new ReadOnlySpan<ulong>(_starts[band], _staged[band]).CopyTo(new Span<ulong>(pages.Reserve(_staged[band]), _staged[band]));
        pages.Advance(_staged[band]);
        _staged[band] = 0;
    }
}
