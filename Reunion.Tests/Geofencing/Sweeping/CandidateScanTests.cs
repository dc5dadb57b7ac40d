using System.Runtime.Intrinsics.X86;
using Reunion.Core.Geofencing;

namespace Reunion.Tests.Geofencing.Sweeping;

public sealed unsafe class CandidateScanTests
{
    private const int Words = SweepChunk.Slots;

    [Fact]
    public void Sixteen_words_at_a_time_list_what_one_by_one_lists()
    {
        Assert.SkipUnless(Avx512F.IsSupported, "This processor has no AVX-512, for which the wide scan is.");
        var random = new Random(41);
        ulong[] words = new ulong[Words];
        ushort[] marked = new ushort[Words / 16];
        uint[] one = new uint[Words + 16], wide = new uint[Words + 16];
        var listed = 0L;
        for (var i = 0; i < 4_000; i++)
        {
            var box = Box(random, i);
            Fill(random, box, words);
            for (var k = 0; k < marked.Length; k++)
                marked[k] = (ushort)(random.Next(3) == 0 ? random.Next(65_536) : 0);
            fixed (ulong* at = words)
            {
                fixed (ushort* told = marked)
                {
                    fixed (uint* a = one, b = wide)
                    {
                        var count = CandidateScan.List(at, told, box, RandomSegment.Fresh, a);
                        Assert.Equal(count, CandidateScan.ListWide(at, at, told, box, RandomSegment.Fresh, b));
                        Assert.True(one.AsSpan(0, count).SequenceEqual(wide.AsSpan(0, count)), $"box {i}");
                        listed += count;
                    }
                }
            }
        }
        Assert.InRange(listed, 400_000, 4_000_000);
    }

    /// <summary>From one block to the whole earth, also across the antimeridian, with few tiles and many.</summary>
    private static TileBox Box(Random random, int i)
    {
        var rows = i % 50 == 0 ? Grid.Rows : Math.Max(1, (int)(Grid.Rows * Math.Pow(random.NextDouble(), 4)));
        var columns = i % 40 == 0 ? Grid.Columns : Math.Max(1, (int)(Grid.Columns * Math.Pow(random.NextDouble(), 4)));
        var first = columns == Grid.Columns ? 0 : random.Next(Grid.Columns);
        return new TileBox(random.Next(Grid.Rows - rows + 1), rows, first, columns, random.Next(4, 10));
    }

    private static void Fill(Random random, TileBox box, ulong[] words)
    {
        for (var k = 0; k < words.Length; k++)
        {
            var isNear = random.Next(4) > 0;
            var row = isNear ? Math.Clamp(box.FirstRow + random.Next(-32, box.Rows + 32), 0, Grid.Rows - 1) : random.Next(Grid.Rows);
            var column = isNear ? box.FirstColumn + random.Next(-64, box.Columns + 64) : random.Next(Grid.Columns);
            var point = PackedPosition.PointOf(PackedPosition.Of(row, column & (Grid.Columns - 1), 0));
            words[k] = RandomSegment.Word(random, point);
        }
    }
}
