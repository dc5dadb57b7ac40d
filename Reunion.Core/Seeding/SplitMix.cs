namespace Reunion.Core.Seeding;

/// <summary>Cheap numbers that look random and are the same for the same seed (SplitMix64, S. Vigna, public domain).</summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed * 0xD1B54A32D192ED03;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
