using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reunion.Core.Geofencing;

/// <summary>What all sixteen lanes of a sieve's sweep need, and the steps that they take. For processors with AVX-512.</summary>
internal readonly unsafe ref struct SieveLanes
{
    public const int Width = 16;

    private readonly Vector512<uint> _upper = Vector512.Create(1U, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
    private readonly Vector512<uint> _lower = Vector512.Create(0U, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
    private readonly Vector512<uint> _firstRow;
    private readonly Vector512<uint> _rowReach;
    private readonly Vector512<uint> _centre;
    private readonly Vector512<uint> _latest;
    private readonly Vector512<uint> _timeReach;

    public SieveLanes(DiscSieve sieve, Freshness fresh)
    {
        _firstRow = Vector512.Create(sieve.FirstRow);
        _rowReach = Vector512.Create(sieve.RowReach);
        _centre = Vector512.Create(sieve.CentreColumn);
        _latest = Vector512.Create(fresh.Latest);
        _timeReach = Vector512.Create(fresh.Reach);
    }

    /// <summary>Reads sixteen words: the measures of their distances, and a bit for each that counts at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Read(ulong* words, float* measure, out Vector512<float> distance)
    {
        var first = Vector512.Load((uint*)words);
        var second = Vector512.Load((uint*)words + Width);
        var place = Avx512F.PermuteVar16x32x2(first, _upper, second);
        var rest = Avx512F.PermuteVar16x32x2(first, _lower, second);
        var rows = place >> PackedPosition.UpperBits;
        // The difference wraps around the earth as the columns do.
        var column = Vector512.ConvertToSingle(((place << PackedPosition.UpperBits) - _centre).AsInt32());
        distance = Distance(Vector512.ConvertToSingle(rows.AsInt32()), column * column, measure);
        var known = Vector512.Create((uint)PackedPosition.Known);
        return (uint)(Vector512.LessThanOrEqual(rows - _firstRow, _rowReach)
            & Vector512.LessThanOrEqual(_latest - (rest << Freshness.TimeShift), _timeReach)
            & Vector512.Equals(rest & known, known)).ExtractMostSignificantBits();
    }

    /// <summary>A measure as the numbers that the lanes read one after the other.</summary>
    public static float[] Flatten(DiscMeasure measure) => [measure.Scale, measure.Offset, DiscMeasure.Bend, .. measure.OfRow, .. measure.OfColumn];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Distance(Vector512<float> row, Vector512<float> square, float* m)
    {
        var x = Vector512.FusedMultiplyAdd(row, Vector512.Create(m[0]), Vector512.Create(m[1]));
        var rowPart = Vector512.FusedMultiplyAdd(Vector512.Create(m[8]), x, Vector512.Create(m[7]));
        var columnFactor = Vector512.FusedMultiplyAdd(Vector512.Create(m[14]), x, Vector512.Create(m[13]));
        rowPart = Vector512.FusedMultiplyAdd(rowPart, x, Vector512.Create(m[6]));
        columnFactor = Vector512.FusedMultiplyAdd(columnFactor, x, Vector512.Create(m[12]));
        rowPart = Vector512.FusedMultiplyAdd(rowPart, x, Vector512.Create(m[5]));
        columnFactor = Vector512.FusedMultiplyAdd(columnFactor, x, Vector512.Create(m[11]));
        rowPart = Vector512.FusedMultiplyAdd(rowPart, x, Vector512.Create(m[4]));
        columnFactor = Vector512.FusedMultiplyAdd(columnFactor, x, Vector512.Create(m[10]));
        rowPart = Vector512.FusedMultiplyAdd(rowPart, x, Vector512.Create(m[3]));
        columnFactor = Vector512.FusedMultiplyAdd(columnFactor, x, Vector512.Create(m[9]));
        return Vector512.FusedMultiplyAdd(
            Vector512.FusedMultiplyAdd(square * Vector512.Create(m[2]), square, square), columnFactor, rowPart);
    }
}
