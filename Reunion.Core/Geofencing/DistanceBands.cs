using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>Rings around a point, from the inside out, made ready to be swept for any number of partners.</summary>
/// <remarks>
/// Immutable and thread-safe. Making it costs a few microseconds for each kilometre of the outer radius; sweeping then costs about the same however
/// many bands there are. A phone belongs to one band at most: to the inner one of two that share an edge.
/// </remarks>
public sealed class DistanceBands
{
    /// <summary>The most bands.</summary>
    public const int MaxBands = TileMap.MaxFences - 1;

    private readonly double[] _edges;
    private readonly FenceRaster[] _rasters;
    private readonly Lazy<(TileMap Map, byte[] Buckets)> _tiles;

    /// <summary>Bands between given distances.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="edgesMetres">
    /// Where the bands begin and end: 2 to 64 distances in metres, rising, the first 0 or more, the last at most 20,000,000.
    /// </param>
    /// <exception cref="GeofenceException">There are too few or too many, they do not rise, or one is out of range.</exception>
    public DistanceBands(GeoPoint centre, IReadOnlyList<double> edgesMetres)
    {
        ArgumentNullException.ThrowIfNull(edgesMetres);
        if (edgesMetres.Count is < 2 or > MaxBands + 1)
            throw new GeofenceException(GeofenceCodes.BandsOutOfRange, $"There are 1 to {MaxBands} bands.");
        for (var i = 1; i < edgesMetres.Count; i++)
            _ = new Annulus(centre, edgesMetres[i - 1], edgesMetres[i]);
        _edges = [.. edgesMetres];
        Centre = centre;
        HasInner = _edges[0] > 0;
        _rasters = Rasterizer.Of([.. _edges.Where(radius => radius > 0).Select(radius => new Disc(centre, radius))]);
        Sieve = DiscSieve.TryOf(centre, _rasters, _edges[^1]);
        _tiles = new Lazy<(TileMap, byte[])>(MakeTiles);
    }

    /// <summary>An annulus in bands of equal width.</summary>
    /// <param name="annulus">The annulus.</param>
    /// <param name="bands">How many bands, 1 to 63.</param>
    /// <exception cref="GeofenceException">The number of bands is out of range.</exception>
    public static DistanceBands Even(Annulus annulus, int bands)
    {
        ArgumentNullException.ThrowIfNull(annulus);
        if (bands is < 1 or > MaxBands)
            throw new GeofenceException(GeofenceCodes.BandsOutOfRange, $"There are 1 to {MaxBands} bands.");
        var width = (annulus.OuterRadiusMetres - annulus.InnerRadiusMetres) / bands;
        var edges = Enumerable.Range(0, bands).Select(i => annulus.InnerRadiusMetres + i * width).Append(annulus.OuterRadiusMetres);
        // Of a width too small to be halved fewer remain.
        return new DistanceBands(annulus.Centre, [.. edges.Distinct()]);
    }

    /// <summary>The centre.</summary>
    public GeoPoint Centre { get; }

    /// <summary>Where the bands begin and end, in metres, rising; one more than there are bands.</summary>
    public IReadOnlyList<double> EdgesMetres => _edges;

    /// <summary>How many bands there are.</summary>
    public int Count => _edges.Length - 1;

    /// <summary>The discs of the edges, the smallest first.</summary>
    internal TileMap Map => _tiles.Value.Map;

    /// <summary>For each tile the band that it lies in, or one of the two after the last: nowhere, and looked up.</summary>
    internal byte[] TileBuckets => _tiles.Value.Buckets;

    internal int Nowhere => Count;

    internal int LookedUp => Count + 1;

    /// <summary>Whether the smallest disc is inside of the first band.</summary>
    internal bool HasInner { get; }

    /// <summary>The same discs for processors that can tell them apart by arithmetic; null elsewhere, or where it does not pay.</summary>
    internal DiscSieve? Sieve { get; }

    /// <summary>The band of a position whose tile an edge passes through.</summary>
    internal int BandOf(ulong word, TileClass tile) => BandOf(Map.HoldersOf(word, tile));

    private int BandOf(ulong holders)
    {
        if (holders == 0)
            return Nowhere;
        // The smallest disc that holds it; the one inside of the first band is none of the bands.
        var band = System.Numerics.BitOperations.TrailingZeroCount(holders) - (HasInner ? 1 : 0);
        return band < 0 ? Nowhere : band;
    }

    private (TileMap Map, byte[] Buckets) MakeTiles()
    {
        var map = TileMapBuilder.Of(_rasters);
        return (map, Array.ConvertAll(
            map.Tiles.ToArray(), tile => (byte)(tile == map.FirstEdgeClass ? LookedUp : BandOf(map.Classes[tile].Inside))));
    }
}
