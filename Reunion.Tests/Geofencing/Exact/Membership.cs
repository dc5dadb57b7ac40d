using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Exact;

/// <summary>Asks the program whether points lie in a shape: in every way that it has of telling, which must agree.</summary>
internal static class Membership
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public static bool[] Inside(Geofence fence, IReadOnlyList<GeoPoint> points)
    {
        // Among another shape, so that tiles have something to tell apart.
        var map = TileMapBuilder.Of(Rasterizer.Of([fence, new Disc(points[0], 1_000)]));
        bool[] inside = [.. points.Select(point => (map.HoldersOf(PackedPosition.Of(point, 0)) & 1) != 0)];

        using var index = new PresenceIndex(new PresenceOptions(), Clock);
        var partner = TypedId.New<PartnerId>(Clock);
        index.Report(partner, [.. points.Select((point, i) => new PositionReport((ulong)i + 1, point, Clock.GetUtcNow()))]);
        Assert.Equal(inside.Count(isInside => isInside), index.Count([fence])[partner][0]);
        if (BandsOf(fence) is { } bands)
        {
            using var claimed = index.Claim(TypedId.New<AlertId>(Clock), partner, bands);
            var devices = claimed.Bands.SelectMany(band => band.ToArray()).ToHashSet();
            Assert.DoesNotContain(Enumerable.Range(0, points.Count), i => devices.Contains((ulong)i + 1) != inside[i]);
        }
        return inside;
    }

    private static DistanceBands? BandsOf(Geofence fence) => fence switch
    {
        Disc disc => DistanceBands.Even(new Annulus(disc.Centre, 0, disc.RadiusMetres), 3),
        Annulus annulus => DistanceBands.Even(annulus, 2),
        _ => null,
    };
}
