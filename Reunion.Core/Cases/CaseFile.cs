using Reunion.Core.Geography;

namespace Reunion.Core.Cases;

/// <summary>What an officer enters about a case. Nothing is required of it until it is filed, so a half-filled one can be kept.</summary>
public sealed class CaseFile
{
    /// <summary>The child's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The child's sex.</summary>
    public Sex? Sex { get; set; }

    /// <summary>The child's birth date.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>Height in centimetres.</summary>
    public int? HeightCm { get; set; }

    /// <summary>Weight in kilograms.</summary>
    public int? WeightKg { get; set; }

    /// <summary>What one knows the child by.</summary>
    public string Features { get; set; } = "";

    /// <summary>What the child wore.</summary>
    public string Clothing { get; set; } = "";

    /// <summary>Degrees north in WGS-84 where the child was last seen.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east in WGS-84 where the child was last seen.</summary>
    public double? Longitude { get; set; }

    /// <summary>The place in words.</summary>
    public string Place { get; set; } = "";

    /// <summary>When the child was last seen.</summary>
    public DateTimeOffset? LastSeenAtUtc { get; set; }

    /// <summary>When the police heard of it; null for now.</summary>
    public DateTimeOffset? ReportedAtUtc { get; set; }

    /// <summary>What happened.</summary>
    public string Circumstances { get; set; } = "";

    /// <summary>Who may be with the child.</summary>
    public string Suspects { get; set; } = "";

    /// <summary>Vehicles with plate, make and colour.</summary>
    public string Vehicles { get; set; } = "";

    /// <summary>The unit to call, as published.</summary>
    public string ContactUnit { get; set; } = "";

    /// <summary>The number to call, as published.</summary>
    public string ContactPhone { get; set; } = "";

    /// <summary>The point, when both coordinates are there and in range.</summary>
    public GeoPoint? Point() =>
        Latitude is { } latitude && Longitude is { } longitude && GeoPoint.IsLatitude(latitude) && GeoPoint.IsLongitude(longitude)
            ? new GeoPoint(latitude, longitude) : null;
}
