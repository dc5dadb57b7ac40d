namespace Reunion.Core.Geofencing;

/// <summary>What a sieve counted in one block.</summary>
internal unsafe struct SieveTally
{
    /// <summary>Bytes that <see cref="In"/> needs.</summary>
    public const int Bytes = DiscSieve.MaxDiscs * sizeof(long) + SlotBlock.Capacity * sizeof(ushort);

    /// <summary>For each disc, the slots that it is the smallest to hold.</summary>
    public long* Held;

    /// <summary>Slots that must be looked up.</summary>
    public ushort* Doubtful;

    public int DoubtfulCount;

    /// <summary>A tally in memory; the caller clears <see cref="Held"/>.</summary>
    public static SieveTally In(byte* memory) => new()
    {
        Held = (long*)memory,
        Doubtful = (ushort*)(memory + DiscSieve.MaxDiscs * sizeof(long)),
    };

    /// <summary>Looks up what is doubtful, so that <see cref="Held"/> is complete.</summary>
    public readonly void LookUp(in SlotBlock block, DiscSieve sieve)
    {
        for (var i = 0; i < DoubtfulCount; i++)
        {
            var disc = sieve.LookUp(block.Words[Doubtful[i]]);
            if (disc < sieve.Rasters.Length)
                Held[disc]++;
        }
    }
}
