namespace Reunion.Core.Geofencing.Traffic;

/// <summary>Names the fates of positions.</summary>
public static class PositionFates
{
    private static readonly string[] Codes =
    [
        "stored", "older_than_known", "device_invalid", "latitude_out_of_range", "longitude_out_of_range", "at_in_future", "at_too_old", "malformed",
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Codes.Length;

    /// <summary>Those of positions that were not stored.</summary>
    public static IReadOnlyList<PositionFate> NotStored { get; } = [.. Enum.GetValues<PositionFate>().Where(f => f != PositionFate.Stored)];

    /// <summary>The name that partners and operators read; it never changes.</summary>
    /// <param name="fate">The fate.</param>
    public static string CodeOf(this PositionFate fate) => Codes[(int)fate];

    /// <summary>Whether the position was refused, which its sender is told.</summary>
    /// <param name="fate">The fate.</param>
    public static bool IsRefusal(this PositionFate fate) => fate >= PositionFate.DeviceInvalid;
}
