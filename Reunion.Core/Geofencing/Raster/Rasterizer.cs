namespace Reunion.Core.Geofencing;

/// <summary>Turns geofences into rasters.</summary>
internal static class Rasterizer
{
    public static FenceRaster Of(Geofence fence) => fence switch
    {
        Disc disc => DiscRaster.Of(disc.Centre, disc.RadiusMetres),
        Annulus { InnerRadiusMetres: 0 } annulus => DiscRaster.Of(annulus.Centre, annulus.OuterRadiusMetres),
        Annulus annulus => RasterAlgebra.Without(
            DiscRaster.Of(annulus.Centre, annulus.OuterRadiusMetres), DiscRaster.Of(annulus.Centre, annulus.InnerRadiusMetres)),
        Polygon polygon => PolygonRaster.Of(polygon),
        Union union => RasterAlgebra.Either([.. union.Parts.Select(Of)]),
        _ => throw new ArgumentOutOfRangeException(nameof(fence), fence, "No such kind of geofence."),
    };
}
