namespace Reunion.Core.Geofencing;

/// <summary>Tells fresh positions from stale ones at one moment, in the wrapping arithmetic of <see cref="PackedPosition"/>.</summary>
internal readonly struct Freshness
{
    private const int TopShift = 32 - PackedPosition.SecondBits;
    private const uint LowBits = (1U << TopShift) - 1;

    public Freshness(long nowUnixSeconds, TimeSpan retention)
    {
        LatestUnixSeconds = nowUnixSeconds + PackedPosition.AheadSeconds;
        EarliestUnixSeconds = nowUnixSeconds - (long)retention.TotalSeconds;
        Latest = ((uint)LatestUnixSeconds << TopShift) | LowBits;
        Reach = ((uint)((long)retention.TotalSeconds + PackedPosition.AheadSeconds) << TopShift) | LowBits;
    }

    /// <summary>The earliest time that counts.</summary>
    public long EarliestUnixSeconds { get; }

    /// <summary>The latest time that counts.</summary>
    public long LatestUnixSeconds { get; }

    /// <summary>The latest time that counts, at the top of half a word.</summary>
    public uint Latest { get; }

    /// <summary>The greatest age that counts, at the top of half a word.</summary>
    public uint Reach { get; }

    /// <summary>By how far the lower half of a word is moved so that its time is at the top.</summary>
    public static int TimeShift => TopShift - PackedPosition.SecondShift;

    public bool IsFresh(ulong word) => AgeOf(word) <= Reach && PackedPosition.IsKnown(word);

    /// <summary>Whether a position is older than another, both fresh now.</summary>
    public bool IsOlder(ulong word, ulong than) => AgeOf(word) >> TopShift > AgeOf(than) >> TopShift;

    /// <summary>How long ago a fresh position was observed; negative when the phone's clock is ahead.</summary>
    public long AgeSeconds(ulong word) => (AgeOf(word) >> TopShift) - (long)PackedPosition.AheadSeconds;

    private uint AgeOf(ulong word) => Latest - ((uint)word << TimeShift);
}
