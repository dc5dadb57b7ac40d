using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>
/// All that is kept of a phone's position, in 64 bits: row (20 bits), column (21), second of observation modulo 2²¹ (21), whether
/// the position is known, whether the slot is taken.
/// </summary>
/// <remarks>
/// Seconds count from 1970 and wrap every 24.3 days. A time is read as an age before now, with ten minutes of room for phones
/// whose clock is ahead; that is right as long as no time is older than 24 days, which is why retention is at most seven days
/// and old positions are erased well before they wrap (<see cref="PresenceIndex.ForgetStale"/>).
/// </remarks>
internal static class PackedPosition
{
    public const int RowShift = 64 - Grid.RowBits;
    public const int ColumnShift = RowShift - Grid.ColumnBits;
    public const int SecondBits = 21;
    public const int SecondShift = 2;
    public const ulong Taken = 1;
    public const ulong Known = 2;

    /// <summary>How far ahead of ours a phone's clock may be.</summary>
    public const int AheadSeconds = 600;

    public static ulong Of(GeoPoint point, long unixSeconds) =>
        ((ulong)Grid.RowOf(point.Latitude) << RowShift)
        | ((ulong)Grid.ColumnOf(point.Longitude) << ColumnShift)
        | (((ulong)unixSeconds & ((1 << SecondBits) - 1)) << SecondShift)
        | Known | Taken;

    public static bool IsKnown(ulong word) => (word & Known) != 0;

    public static int RowOf(ulong word) => (int)(word >> RowShift);

    public static int ColumnOf(ulong word) => (int)(word >> ColumnShift) & (Grid.Columns - 1);

    /// <summary>The middle of the cell.</summary>
    public static GeoPoint PointOf(ulong word) => new(Grid.LatitudeOf(RowOf(word)), Grid.LongitudeOf(ColumnOf(word)));
}
