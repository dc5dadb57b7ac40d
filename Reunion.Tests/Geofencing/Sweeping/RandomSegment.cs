using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Sweeping;

/// <summary>A segment full of positions of every kind: fresh, stale, ahead of time, unknown; near a point's circles, and anywhere.</summary>
internal sealed class RandomSegment : IDisposable
{
    private const long NowUnixSeconds = 1_795_420_800;
    private static readonly TimeSpan Retention = TimeSpan.FromHours(24);
    private readonly Random _random;

    public RandomSegment(Random random, int phones, GeoPoint centre, IReadOnlyList<double> radiiMetres)
    {
        _random = random;
        var hash = new DeviceHash((ulong)random.NextInt64());
        Segment = new Segment(0, 0, hash, Pages);
        for (ulong device = 1; device <= (ulong)phones; device++)
        {
            Assert.True(Segment.TryEnsure(device, hash.Of(device), out var slot));
            if (random.Next(20) > 0)
                Segment.Place(slot, Word(random, PointNear(random, centre, radiiMetres)));
        }
    }

    public static Freshness Fresh { get; } = new(NowUnixSeconds, Retention);

    public PagePool Pages { get; } = new();

    public Segment Segment { get; }

    /// <summary>Some of the slots, mostly few, also empty ones.</summary>
    public ulong[] Told()
    {
        var told = new ulong[Segment.Capacity / 64];
        var few = _random.Next(2) == 0;
        for (var i = 0; i < told.Length; i++)
            told[i] = (ulong)_random.NextInt64() & (ulong)_random.NextInt64() & (few ? (ulong)_random.NextInt64() : ulong.MaxValue);
        return told;
    }

    /// <summary>The slots that count, one by one.</summary>
    public IEnumerable<int> Slots(ulong[] told) => Enumerable.Range(0, Segment.Capacity)
        .Where(slot => Fresh.IsFresh(Segment.WordAt(slot)) && (told[slot >> 6] & (1UL << slot)) == 0);

    public void Dispose() => Pages.Dispose();

    /// <summary>A word of any age and, sometimes, one that does not say where.</summary>
    public static ulong Word(Random random, GeoPoint point)
    {
        var age = random.Next(8) switch
        {
            0 => random.Next(24 * 3_600 - 2, 24 * 3_600 + 3),
            1 => random.Next(-603, -597),
            2 => random.Next(24 * 3_600, 20 * 24 * 3_600),
            _ => random.Next(0, 24 * 3_600),
        };
        var word = PackedPosition.Of(point, NowUnixSeconds - age);
        return random.Next(16) switch { 0 => word & ~PackedPosition.Known, 1 => 0, _ => word };
    }

    /// <summary>On an edge, inside, or anywhere.</summary>
    public static GeoPoint PointNear(Random random, GeoPoint centre, IReadOnlyList<double> radiiMetres)
    {
        var radius = radiiMetres[random.Next(radiiMetres.Count)];
        return random.Next(8) switch
        {
            0 => RandomPlaces.Anywhere(random, random.Next(6)),
            < 4 => At(radius + random.Next(-60, 60)),
            4 => At(radius * (0.95 + 0.1 * random.NextDouble())),
            _ => At(radiiMetres[^1] * 1.2 * random.NextDouble()),
        };

        GeoPoint At(double metres) => Geodesic.Destination(centre, random.NextDouble() * 360, Math.Clamp(metres, 0, 20_000_000));
    }
}
