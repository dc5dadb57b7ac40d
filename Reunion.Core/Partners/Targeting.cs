namespace Reunion.Core.Partners;

/// <summary>How a partner finds the phones of a circle.</summary>
[Flags]
public enum Targeting
{
    /// <summary>We geofence the positions it reports and send device ids.</summary>
    Devices = 1,

    /// <summary>We send the circle; the partner finds its own phones.</summary>
    Area = 2,

    /// <summary>Both.</summary>
    Both = Devices | Area,
}
