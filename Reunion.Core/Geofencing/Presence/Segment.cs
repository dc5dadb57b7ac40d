namespace Reunion.Core.Geofencing;

/// <summary>
/// The devices of a partner whose hashes begin with the same bits. Everything but the range is guarded by <see cref="Gate"/>.
/// </summary>
/// <remarks>
/// A segment grows by an eighth when it is 93% full, and is split in two instead of growing beyond 128 k slots, so no single step
/// takes more than about a millisecond and the memory used stays close to what is needed.
/// </remarks>
internal sealed class Segment : IDisposable
{
    public const int MaxCapacity = 128 * 1024;
    private const int MinCapacity = 256;
    private const int DoublingCapacity = 16 * 1024;
    private const double MaxLoad = 0.93;

    public Segment(ulong firstHash, int depth) : this(firstHash, depth, MinCapacity)
    {
    }

    private Segment(ulong firstHash, int depth, int capacity)
    {
        FirstHash = firstHash;
        Depth = depth;
        Slots = new SlotBlock(capacity, depth);
    }

    public Lock Gate { get; } = new();

    /// <summary>The lowest hash that belongs here.</summary>
    public ulong FirstHash { get; }

    /// <summary>How many top bits of the hash are fixed.</summary>
    public int Depth { get; }

    /// <summary>The highest hash that belongs here.</summary>
    public ulong LastHash => FirstHash | (Depth == 0 ? ulong.MaxValue : ulong.MaxValue >> Depth);

    public SlotBlock Slots { get; private set; }

    public bool Covers(ulong hash) => hash >= FirstHash && hash <= LastHash;

    /// <summary>Whether its devices have moved to two other segments, or its index is closed.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Whether one more device fits without growing.</summary>
    public bool HasRoom => Slots.Used + 1 <= Slots.Capacity * MaxLoad;

    /// <summary>Whether it should be split rather than grow.</summary>
    public bool IsFull => Slots.Used - Slots.Vacated >= MaxCapacity * MaxLoad - 1;

    /// <summary>Makes room; it must not be full.</summary>
    public void Grow()
    {
        var held = Slots.Used - Slots.Vacated;
        var wanted = Slots.Capacity < DoublingCapacity ? held * 2 : (int)(held / MaxLoad * 1.125);
        Rebuild(Math.Clamp(wanted, MinCapacity, MaxCapacity));
    }

    /// <summary>Gives vacated slots back when they are many.</summary>
    public void Compact()
    {
        if (Slots.Vacated > Slots.Capacity / 8)
            Rebuild(Math.Clamp((int)((Slots.Used - Slots.Vacated) / MaxLoad * 1.06) + 1, MinCapacity, MaxCapacity));
    }

    /// <summary>Moves everything to two new segments and retires.</summary>
    public unsafe (Segment Low, Segment High) Split()
    {
        var capacity = Math.Max(MinCapacity, (int)((Slots.Used - Slots.Vacated) / 2 / MaxLoad * 1.125));
        var low = new Segment(FirstHash, Depth + 1, capacity);
        var high = new Segment(FirstHash | (1UL << (63 - Depth)), Depth + 1, capacity);
        for (var slot = 0; slot < Slots.Capacity; slot++)
        {
            if (Slots.Ids[slot] == 0)
                continue;
            var hash = DeviceHash.Of(Slots.Ids[slot]);
            var target = hash >= high.FirstHash ? high : low;
            if (!target.HasRoom)
                target.Grow();
            target.Slots.TakeOver(Slots, slot, hash);
        }
        Retire();
        return (low, high);
    }

    public void Retire()
    {
        IsRetired = true;
        Slots.Dispose();
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (!IsRetired)
                Retire();
        }
    }

    private unsafe void Rebuild(int capacity)
    {
        var next = new SlotBlock(capacity, Depth);
        for (var slot = 0; slot < Slots.Capacity; slot++)
        {
            if (Slots.Ids[slot] != 0)
                next.TakeOver(Slots, slot, DeviceHash.Of(Slots.Ids[slot]));
        }
        Slots.Dispose();
        Slots = next;
    }
}
