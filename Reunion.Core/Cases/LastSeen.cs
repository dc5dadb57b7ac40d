using Reunion.Core.Geography;

namespace Reunion.Core.Cases;

/// <summary>Where and when the child was last seen.</summary>
public sealed class LastSeen
{
    /// <summary>Degrees north in WGS-84.</summary>
    public double Latitude { get; set; }

    /// <summary>Degrees east in WGS-84.</summary>
    public double Longitude { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset AtUtc { get; set; }

    /// <summary>The place in words, 1 to 200 characters.</summary>
    public string Place { get; set; } = "";

    /// <summary>The point.</summary>
    public GeoPoint Point => new(Latitude, Longitude);
}
