using System.Runtime.Intrinsics.X86;
using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>
/// Discs around one point, made ready to be told apart by arithmetic alone: a measure of the distance says for sixteen positions at once which are
/// surely inside a disc, which surely outside, and which few must be looked up.
/// </summary>
/// <remarks>
/// It works with the blocks of 16 × 32 cells that the upper half of a word tells apart. The limits of each disc are measured at every row of blocks of its
/// raster with the arithmetic of the sweep itself, so what it calls sure is sure, however well or badly the measure fits; a bad fit only means
/// more to look up. Immutable and thread-safe.
/// </remarks>
internal sealed class DiscSieve
{
    /// <summary>The most discs.</summary>
    public const int MaxDiscs = 12;

    /// <summary>When more than this share of the largest disc would have to be looked up, tiles are faster.</summary>
    private const double MaxDoubt = 0.25;

    /// <summary>Beyond this width a whole turn of columns would be close.</summary>
    private const int MaxColumns = Grid.Columns / 2;

    /// <summary>Half of the way around the earth.</summary>
    private const int FarthestBlocks = 1 << (PackedPosition.UpperBits - 1);

    /// <summary>Room for what single precision rounds.</summary>
    private const float Rounding = 2e-6F;

    private DiscSieve(GeoPoint centre, FenceRaster[] rasters, DiscMeasure measure)
    {
        Rasters = rasters;
        Measure = measure;
        var largest = rasters[^1];
        FirstRow = (uint)(largest.FirstRow / DiscMeasure.RowsPerBlock);
        RowReach = (uint)((largest.FirstRow + largest.RowCount - 1) / DiscMeasure.RowsPerBlock) - FirstRow;
        var column = (centre.Longitude + 180) / Grid.ColumnDegrees / DiscMeasure.ColumnsPerBlock;
        CentreColumn = (uint)(long)Math.Round((column - 0.5) * (1 << PackedPosition.UpperBits));
        Limits = Array.ConvertAll(rasters, raster => LimitsOf(raster, column));
    }

    public FenceRaster[] Rasters { get; }

    public DiscMeasure Measure { get; }

    /// <summary>For each disc, the smallest first: up to which measure a block is surely inside, and from which on surely not.</summary>
    public (float Inside, float Outside)[] Limits { get; }

    /// <summary>The southernmost row of blocks of the largest disc.</summary>
    public uint FirstRow { get; }

    /// <summary>How many rows of blocks there are north of the first.</summary>
    public uint RowReach { get; }

    /// <summary>The centre's column less half a block, in 65,536ths of a block.</summary>
    public uint CentreColumn { get; }

    /// <summary>A sieve, or null where tiles are better: on other processors, for shapes near a pole, and for very many or very small discs.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="rasters">The discs, the smallest first.</param>
    /// <param name="radiusMetres">The largest radius.</param>
    public static DiscSieve? TryOf(GeoPoint centre, FenceRaster[] rasters, double radiusMetres)
    {
        if (!Avx512F.IsSupported || rasters.Length > MaxDiscs)
            return null;
        foreach (var span in rasters[^1].Spans)
        {
            if (span.Columns > MaxColumns)
                return null;
        }
        var sieve = new DiscSieve(centre, rasters, DiscMeasure.Fit(centre, rasters[^1], radiusMetres));
        var (inside, outside) = sieve.Limits[^1];
        return outside - inside <= MaxDoubt * outside ? sieve : null;
    }

    /// <summary>The smallest disc that holds a position, looked up; the number of discs when none does.</summary>
    public int LookUp(ulong word)
    {
        var disc = 0;
        while (disc < Rasters.Length && !Rasters[disc].Contains(word))
            disc++;
        return disc;
    }

    private (float Inside, float Outside) LimitsOf(FenceRaster raster, double centre)
    {
        var (inside, outside) = (float.MaxValue, float.MinValue);
        for (var row = FirstRow; row <= FirstRow + RowReach; row++)
        {
            var (least, most) = HalfWidths(raster, centre, (int)row);
            // A block reaches half of itself to each side of its middle. The measure rises with the column and may fall again far out, or
            // badly fitted the other way around: its least and its greatest are at one of the ends.
            inside = Math.Min(inside, Math.Min(Measure.At(row, Math.Max(0, least - 0.5)), Measure.At(row, FarthestBlocks)));
            if (most >= 0)
                outside = Math.Max(outside, Math.Max(Measure.At(row, 0), Measure.At(row, most + 0.5)));
        }
        var room = Math.Abs(outside) * Rounding;
        return (inside - room, outside + room);
    }

    /// <summary>The least and the greatest distance of the edge from the centre's column in a row of blocks, in blocks; negative for none.</summary>
    private static (double Least, double Most) HalfWidths(FenceRaster raster, double centre, int block)
    {
        const int Around = 1 << PackedPosition.UpperBits;
        double least = double.MaxValue, most = -1;
        for (var row = block * DiscMeasure.RowsPerBlock; row < (block + 1) * DiscMeasure.RowsPerBlock; row++)
        {
            var spans = raster.SpansOf(row);
            if (spans.IsEmpty)
            {
                least = -1;
                continue;
            }
            // Seen from the first column eastward, the centre is inside, also across the antimeridian.
            var width = (double)spans[0].Columns / DiscMeasure.ColumnsPerBlock;
            var west = centre - (double)spans[0].First / DiscMeasure.ColumnsPerBlock;
            west -= Math.Round((west - width / 2) / Around) * Around;
            least = Math.Min(least, Math.Min(west, width - west));
            most = Math.Max(most, Math.Max(west, width - west));
        }
        return (least, most);
    }
}
