using System.Buffers.Binary;
using Microsoft.Extensions.Options;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;
using Reunion.Core.Seeding;

namespace Reunion.Tests.Demo;

public sealed class SimulatedPhonesTests
{
    private static readonly Settlements Settlements = new(new Gazetteer(Options.Create(new GazetteerOptions())));
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_device_id_leads_back_to_its_phone_and_to_no_other_apps()
    {
        var (one, other) = (new SimulatedPhones(Settlements, 2_000, Datum.Wgs84, 1), new SimulatedPhones(Settlements, 2_000, Datum.Wgs84, 2));
        Assert.All(Enumerable.Range(0, one.Count), i => Assert.Equal(i, one.IndexOf(one.DeviceOf(i))));
        Assert.All(Enumerable.Range(0, one.Count), i => Assert.Equal(-1, other.IndexOf(one.DeviceOf(i))));
        Assert.DoesNotContain(0UL, Enumerable.Range(0, one.Count).Select(one.DeviceOf));
    }

    [Fact]
    public void Larger_cities_have_more_phones()
    {
        var homes = Enumerable.Range(0, 20_000).Select(i => Settlements.HomeOf((ulong)i)).ToList();
        var shanghai = homes.Count(h => Geodesic.DistanceMetres(h, new GeoPoint(31.22, 121.46)) < 50_000);
        var lhasa = homes.Count(h => Geodesic.DistanceMetres(h, new GeoPoint(29.65, 91.1)) < 50_000);
        Assert.True(shanghai > 10 * (lhasa + 1), $"{shanghai} in Shanghai, {lhasa} in Lhasa");
        Assert.All(homes, h => Assert.InRange(h.Latitude, 15, 55));
    }

    [Fact]
    public void A_phone_moves_but_not_far()
    {
        var phones = new SimulatedPhones(Settlements, 1_000, Datum.Gcj02, 1);
        var moved = 0;
        foreach (var (before, after) in Read(phones, Now).Zip(Read(phones, Now.AddMinutes(3))))
        {
            var metres = Geodesic.DistanceMetres(before, after);
            Assert.InRange(metres, 0, 6_200);
            moved += metres > 1 ? 1 : 0;
        }

        Assert.True(moved > 900, $"{moved} moved");
    }

    private static List<GeoPoint> Read(SimulatedPhones phones, DateTimeOffset now)
    {
        var records = new byte[phones.Count * SimulatedPhones.RecordBytes];
        phones.Write(records, 0, now);
        return [.. records.Chunk(SimulatedPhones.RecordBytes).Select(r => new GeoPoint(
            BinaryPrimitives.ReadInt32LittleEndian(r.AsSpan(8)) / 1e7, BinaryPrimitives.ReadInt32LittleEndian(r.AsSpan(12)) / 1e7))];
    }
}
