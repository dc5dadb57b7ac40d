namespace Reunion.Core.Geofencing;

/// <summary>What a sieve found in one block, in groups of sixteen slots of which at least one may lie in a disc.</summary>
internal unsafe struct SieveFindings
{
    /// <summary>Bytes that <see cref="In"/> needs.</summary>
    public const int Bytes = ((MaxGroups + 1) * (1 + DiscSieve.MaxDiscs) + SlotBlock.Capacity) * sizeof(ushort);

    private const int MaxGroups = SlotBlock.Capacity / SieveLanes.Width;

    /// <summary>Which group of the block each is.</summary>
    public ushort* Groups;

    /// <summary>For each group a bitmap of sixteen slots for each disc: the slots that it is the smallest to hold.</summary>
    public ushort* Inside;

    /// <summary>Slots that must be looked up: sixteen times the place of the group among those found, and the lane.</summary>
    public ushort* Doubtful;

    public int GroupCount;
    public int DoubtfulCount;

    public static SieveFindings In(ushort* memory) => new()
    {
        Groups = memory,
        Inside = memory + MaxGroups + 1,
        Doubtful = memory + (MaxGroups + 1) * (1 + DiscSieve.MaxDiscs),
    };

    /// <summary>Looks up what is doubtful, so that <see cref="Inside"/> is complete.</summary>
    public readonly void LookUp(in SlotBlock block, DiscSieve sieve)
    {
        var discs = sieve.Rasters.Length;
        for (var i = 0; i < DoubtfulCount; i++)
        {
            var (group, lane) = (Doubtful[i] / SieveLanes.Width, Doubtful[i] % SieveLanes.Width);
            var disc = sieve.LookUp(block.Words[Groups[group] * SieveLanes.Width + lane]);
            if (disc < discs)
                Inside[group * discs + disc] |= (ushort)(1 << lane);
        }
    }
}
