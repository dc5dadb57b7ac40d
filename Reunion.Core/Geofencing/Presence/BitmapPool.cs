namespace Reunion.Core.Geofencing;

/// <summary>
/// Bitmaps of one bit a slot for segments of any number of blocks. Every alert needs one for every segment, all at once when it is issued:
/// used ones are kept, so that this neither waits for the garbage collector nor makes work for it. Thread-safe.
/// </summary>
internal sealed class BitmapPool
{
    private const int WordsPerBlock = SlotBlock.Capacity / 64;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Stack<ulong[]>> _free = [];

    /// <summary>A cleared bitmap.</summary>
    /// <param name="blocks">For how many blocks.</param>
    public ulong[] Rent(int blocks)
    {
        ulong[]? bits = null;
        lock (_gate)
        {
            if (_free.TryGetValue(blocks, out var free))
                _ = free.TryPop(out bits);
        }
        if (bits is null)
            return new ulong[blocks * WordsPerBlock];
        Array.Clear(bits);
        return bits;
    }

    public void Return(ulong[] bits)
    {
        lock (_gate)
        {
            var blocks = bits.Length / WordsPerBlock;
            if (!_free.TryGetValue(blocks, out var free))
                _free[blocks] = free = new();
            free.Push(bits);
        }
    }

    /// <summary>Gives what is not in use to the garbage collector; to be called now and then.</summary>
    public void Trim()
    {
        lock (_gate)
            _free.Clear();
    }
}
