using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>
/// All that is kept of a phone's position, in 64 bits. The upper half holds the upper 16 bits of row and column, which is all that a
/// sweep needs to find the tile; the lower half the other 4 and 5 bits, the second of observation modulo 2²¹, whether the
/// position is known, and a spare bit. A slot without a known position holds 0.
/// </summary>
/// <remarks>
/// Seconds count from 1970 and wrap every 24.3 days. A time is read as an age before now, with ten minutes of room for phones
/// whose clock is ahead; that is right as long as no time is older than 24 days, which is why retention is at most seven days
/// and old positions are erased well before they wrap (<see cref="PresenceIndex.ForgetStale"/>).
/// </remarks>
internal static class PackedPosition
{
    /// <summary>How many bits of row and column each are in the upper half.</summary>
    public const int UpperBits = 16;

    public const int SecondBits = 21;
    public const int SecondShift = 2;
    public const ulong Known = 2;

    private const int LowerRowBits = Grid.RowBits - UpperBits;
    private const int LowerColumnBits = Grid.ColumnBits - UpperBits;
    private const int LowerColumnShift = SecondShift + SecondBits;
    private const int LowerRowShift = LowerColumnShift + LowerColumnBits;
    private const int UpperColumnShift = 32;
    private const int UpperRowShift = UpperColumnShift + UpperBits;

    /// <summary>How far ahead of ours a phone's clock may be.</summary>
    public const int AheadSeconds = 600;

    public static ulong Of(GeoPoint point, long unixSeconds) =>
        Of(Grid.RowOf(point.Latitude), Grid.ColumnOf(point.Longitude), unixSeconds);

    public static ulong Of(int row, int column, long unixSeconds) =>
        ((ulong)(row >> LowerRowBits) << UpperRowShift)
        | ((ulong)(column >> LowerColumnBits) << UpperColumnShift)
        | ((ulong)(row & ((1 << LowerRowBits) - 1)) << LowerRowShift)
        | ((ulong)(column & ((1 << LowerColumnBits) - 1)) << LowerColumnShift)
        | (((ulong)unixSeconds & ((1 << SecondBits) - 1)) << SecondShift)
        | Known;

    public static bool IsKnown(ulong word) => (word & Known) != 0;

    public static int RowOf(ulong word) =>
        ((int)(word >> UpperRowShift) << LowerRowBits) | ((int)(word >> LowerRowShift) & ((1 << LowerRowBits) - 1));

    public static int ColumnOf(ulong word) =>
        ((int)((word >> UpperColumnShift) & ((1 << UpperBits) - 1)) << LowerColumnBits)
        | ((int)(word >> LowerColumnShift) & ((1 << LowerColumnBits) - 1));

    /// <summary>The middle of the cell.</summary>
    public static GeoPoint PointOf(ulong word) => new(Grid.LatitudeOf(RowOf(word)), Grid.LongitudeOf(ColumnOf(word)));
}
