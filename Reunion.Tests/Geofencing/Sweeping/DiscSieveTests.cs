using System.Runtime.Intrinsics.X86;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Sweeping;

/// <summary>Sweeping by arithmetic, by tiles, and looking every position up by itself find the same phones.</summary>
public sealed class DiscSieveTests
{
    private const int Trials = 160;
    private const int Phones = 3_000;

    [Fact]
    public void A_claim_by_sieve_or_by_tiles_finds_what_looking_up_each_position_finds()
    {
        var random = new Random(42);
        var sieves = 0;
        for (var i = 0; i < Trials; i++)
        {
            var (centre, radii) = Circles(random, i);
            var bands = new DistanceBands(centre, i % 3 == 0 ? [0, .. radii] : radii.Length > 1 ? radii : [radii[0] / 2, radii[0]]);
            using var scene = new RandomSegment(random, random.Next(2, 4) * Phones, centre, radii);
            var told = scene.Told();
            var rasters = Rasterizer.Of([.. bands.EdgesMetres.Where(edge => edge > 0).Select(edge => new Disc(centre, edge))]);
            var expected = Enumerable.Range(0, bands.Count).Select(_ => new List<ulong>()).ToArray();
            var after = told.ToArray();
            foreach (var slot in scene.Slots(told))
            {
                var disc = Array.FindIndex(rasters, raster => raster.Contains(scene.Segment.WordAt(slot)));
                var band = disc - (bands.EdgesMetres[0] > 0 ? 1 : 0);
                if (disc < 0 || band < 0)
                    continue;
                expected[band].Add(scene.Segment.IdAt(slot));
                after[slot >> 6] |= 1UL << slot;
            }

            AssertFinds(new TileBandFinder(bands, scene.Pages));
            if (bands.Sieve is { } sieve)
            {
                AssertFinds(new SieveBandFinder(bands, sieve, scene.Pages));
                sieves++;
            }

            void AssertFinds(BandFinder finder)
            {
                var marks = told.ToArray();
                finder.Claim(scene.Segment, RandomSegment.Fresh, marks);
                var found = finder.Finish();
                for (var band = 0; band < bands.Count; band++)
                    Assert.Equal(expected[band], Devices(found[band]).OrderBy(device => expected[band].IndexOf(device)));
                Assert.Equal(after, marks);
            }
        }
        Assert.SkipUnless(Avx512F.IsSupported, "By tiles it does. This processor has no AVX-512, for which the sieve is.");
        Assert.InRange(sieves, Trials / 3, Trials);
    }

    [Fact]
    public void A_count_by_sieve_or_by_tiles_is_what_looking_up_each_position_gives()
    {
        var random = new Random(43);
        var sieves = 0;
        for (var i = 0; i < Trials; i++)
        {
            var (centre, radii) = Circles(random, i);
            using var scene = new RandomSegment(random, random.Next(2, 4) * Phones, centre, radii);
            var told = i % 4 == 0 ? null : scene.Told();
            var rasters = Rasterizer.Of([.. radii.Select(radius => new Disc(centre, radius))]);
            var words = scene.Slots(told ?? new ulong[scene.Segment.Capacity / 64]).Select(scene.Segment.WordAt).ToList();
            // Counts come in the order that was asked for, whatever the discs are sorted by.
            int[] places = [.. Enumerable.Range(0, radii.Length)];
            random.Shuffle(places);
            long[] expected = [.. rasters.Select(raster => words.LongCount(raster.Contains))];
            long[] placed = new long[radii.Length];
            for (var disc = 0; disc < radii.Length; disc++)
                placed[places[disc]] = expected[disc];

            Assert.Equal(expected, CountBy(new TileFenceCounter(TileMapBuilder.Of(rasters), 1)));
            if (DiscSieve.TryOf(centre, rasters, radii[^1]) is not { } sieve)
                continue;
            Assert.Equal(placed, CountBy(new SieveFenceCounter(sieve, places, 1)));
            sieves++;

            long[] CountBy(FenceCounter counter)
            {
                var counts = new long[radii.Length];
                counter.Count(0, scene.Segment, RandomSegment.Fresh, told);
                counter.AddTo(0, counts);
                return counts;
            }
        }
        Assert.SkipUnless(Avx512F.IsSupported, "By tiles it is. This processor has no AVX-512, for which the sieve is.");
        Assert.InRange(sieves, Trials / 3, Trials);
    }

    /// <summary>One to a dozen circles around one point, from hundreds of metres to around the earth; the difficult places among them.</summary>
    private static (GeoPoint Centre, double[] Radii) Circles(Random random, int i)
    {
        var largest = i % 10 == 0 ? 5_000_000 + 15_000_000 * random.NextDouble() : 300 * Math.Pow(10_000, random.NextDouble());
        var count = 1 + random.Next(DiscSieve.MaxDiscs);
        var radii = Enumerable.Range(0, count - 1).Select(_ => largest * (0.01 + 0.98 * random.NextDouble())).Append(largest).Order();
        return (RandomPlaces.Centre(random, i), [.. radii]);
    }

    private static List<ulong> Devices(IdPages pages)
    {
        var devices = new List<ulong>();
        for (var run = 0; run < pages.RunCount; run++)
            devices.AddRange(pages.Run(run));
        return devices;
    }
}
