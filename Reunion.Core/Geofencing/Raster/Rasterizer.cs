namespace Reunion.Core.Geofencing;

/// <summary>Turns geofences into rasters.</summary>
internal static class Rasterizer
{
    /// <summary>Several at once, shared by the cores.</summary>
    public static FenceRaster[] Of(IReadOnlyList<Geofence> fences)
    {
        if (fences.Contains(null!))
            throw new ArgumentOutOfRangeException(nameof(fences), "No such kind of geofence.");
        var rasters = new FenceRaster[fences.Count];
        if (rasters.Length == 1)
            rasters[0] = Of(fences[0]);
        else
            Parallel.For(0, rasters.Length, i => rasters[i] = Of(fences[i]));
        return rasters;
    }

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
