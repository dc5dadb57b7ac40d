namespace Reunion.Core.Geofencing;

/// <summary>The named reasons for which a shape is refused; stable, as programs read them.</summary>
public static class GeofenceCodes
{
    /// <summary>A radius is not a number, not above 0, or above 20,000 km.</summary>
    public const string RadiusOutOfRange = "radius_out_of_range";

    /// <summary>An annulus whose inner radius is negative or not smaller than its outer one.</summary>
    public const string AnnulusInverted = "annulus_inverted";

    /// <summary>A polygon with fewer than three different corners.</summary>
    public const string TooFewVertices = "too_few_vertices";

    /// <summary>A polygon whose last vertex is not its first.</summary>
    public const string PolygonOpen = "polygon_open";

    /// <summary>A polygon whose edges touch or cross each other.</summary>
    public const string PolygonSelfCrossing = "polygon_self_crossing";

    /// <summary>A polygon with more than 10,000 vertices, or a line of more than 500,000 km.</summary>
    public const string PolygonTooLarge = "polygon_too_large";

    /// <summary>A union of nothing, or of more than 1,000 parts.</summary>
    public const string UnionOutOfRange = "union_out_of_range";

    /// <summary>A number of bands that is not between 1 and 100.</summary>
    public const string BandsOutOfRange = "bands_out_of_range";
}
