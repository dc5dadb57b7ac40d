namespace Reunion.Core.Geofencing;

/// <summary>Tells fresh positions from stale ones at one moment, in the wrapping arithmetic of <see cref="PackedPosition"/>.</summary>
internal readonly struct Freshness
{
    private const int Shift = 64 - PackedPosition.SecondBits - PackedPosition.SecondShift;
    private const ulong LowBits = (1UL << (64 - PackedPosition.SecondBits)) - 1;

    public Freshness(long nowUnixSeconds, TimeSpan retention)
    {
        LatestUnixSeconds = nowUnixSeconds + PackedPosition.AheadSeconds;
        EarliestUnixSeconds = nowUnixSeconds - (long)retention.TotalSeconds;
        Latest = ((ulong)LatestUnixSeconds << (64 - PackedPosition.SecondBits)) | LowBits;
        Reach = ((ulong)((long)retention.TotalSeconds + PackedPosition.AheadSeconds) << (64 - PackedPosition.SecondBits)) | LowBits;
    }

    /// <summary>The earliest time that counts.</summary>
    public long EarliestUnixSeconds { get; }

    /// <summary>The latest time that counts.</summary>
    public long LatestUnixSeconds { get; }

    /// <summary>The latest time that counts, at the top of a word.</summary>
    public ulong Latest { get; }

    /// <summary>The greatest age that counts, at the top of a word.</summary>
    public ulong Reach { get; }

    /// <summary>By how far a word is moved so that its time is at the top.</summary>
    public static int TimeShift => Shift;

    public bool IsFresh(ulong word) => Latest - (word << Shift) <= Reach && PackedPosition.IsKnown(word);

    /// <summary>Whether a position is older than another, both fresh now.</summary>
    public bool IsOlder(ulong word, ulong than) => Age(word) > Age(than);

    private ulong Age(ulong word) => (Latest - (word << Shift)) >> (64 - PackedPosition.SecondBits);
}
