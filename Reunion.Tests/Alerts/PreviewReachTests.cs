using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Alerts;

public sealed class PreviewReachTests
{
    [Theory, OnBothDatabases]
    public async Task Each_step_counts_the_phones_inside_it_of_partners_that_take_devices(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var rides = await RegisterAsync(scene, "Rides", Targeting.Devices);
        var news = await RegisterAsync(scene, "News", Targeting.Area);
        var filed = await scene.Get<ReadCases>().GetAsync(TestPeople.Officer, await scene.FiledAsync(), cancel);
        // About 11, 144 and 255 km north of where the child was last seen.
        Report(scene, rides, 30.37, 31.57, 32.57);
        Report(scene, news, 30.37);

        var steps = await scene.Get<PreviewReach>().ExecuteAsync(TestPeople.Officer, filed, ClockStart.Report, cancel: cancel);
        Assert.Equal(9, steps.Count);
        Assert.Equal([1, 2, 3, 3], steps.Take(4).Select(s => s.Phones));
        Assert.Equal([true, false], steps.Take(2).Select(s => s.OpensWith));
        Assert.Equal(filed.ReportedAtUtc.AddHours(1), steps[1].DueAtUtc);
        Assert.Equal(["News", "Rides"], steps[0].Partners.Select(p => p.Name));
        Assert.Equal(0, steps[8].Partners[0].Phones);
    }

    [Fact]
    public async Task A_centre_that_was_moved_counts_the_phones_round_it()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var cancel = TestContext.Current.CancellationToken;
        var rides = await RegisterAsync(scene, "Rides", Targeting.Devices);
        var filed = await scene.Get<ReadCases>().GetAsync(TestPeople.Officer, await scene.FiledAsync(), cancel);
        Report(scene, rides, 30.37, 31.57, 32.57);

        // From here the three are about 234, 101 and 10 km away.
        var steps = await scene.Get<PreviewReach>().ExecuteAsync(
            TestPeople.Officer, filed, ClockStart.Report, centre: new GeoPoint(32.48, 120.1551), cancel: cancel);
        Assert.Equal([1, 2, 3], steps.Take(3).Select(s => s.Phones));
    }

    [Theory, OnBothDatabases]
    public async Task A_sighting_tells_who_is_inside_who_of_them_is_new_and_which_partners_are(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var rides = await RegisterAsync(scene, "Rides", Targeting.Devices);
        await RegisterAsync(scene, "North only", Targeting.Area, new ServiceRegion("North", 32.9, 120.1551, 60_000));
        await RegisterAsync(scene, "South only", Targeting.Area, new ServiceRegion("South", 28.5, 120.1551, 60_000));
        var alert = await scene.IssuedAsync();
        // About 255, 245 and 11 km north of where the child was last seen; the first was told when it was nearer.
        Report(scene, rides, 32.57, 32.48, 30.37);
        scene.Get<PresenceIndex>().MarkSent(alert, rides, [1, 3]);

        var reach = await scene.Get<PreviewReach>().SightingAsync(TestPeople.Supervisor, new GeoPoint(32.5, 120.1551), alert, AlertMode.Actual, cancel);
        Assert.Equal((2, 1, 100_000), (reach.PhonesInside, reach.NewPhones, reach.Opening.RadiusMetres));
        Assert.Equal(["North only", "Rides"], reach.Opening.Partners.Select(p => p.Name));
        Assert.Equal(["North only"], reach.NewPartners);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<ProblemException>(() => scene.Get<PreviewReach>().SightingAsync(
            TestPeople.Supervisor, new GeoPoint(32.5, 120.1551), TypedId.New<AlertId>(scene.Clock), AlertMode.Actual, cancel))).Code);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => scene.Get<PreviewReach>().SightingAsync(
            TestPeople.Officer, new GeoPoint(32.5, 120.1551), alert, AlertMode.Actual, cancel))).Code);
    }

    private static async Task<PartnerId> RegisterAsync(TestScene scene, string name, Targeting targeting, params ServiceRegion[] regions)
    {
        var form = TestFiles.Partner(name);
        (form.Targeting, form.Regions) = (targeting, [.. regions]);
        return (await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, form)).Id;
    }

    private static void Report(TestScene scene, PartnerId partner, params double[] latitudes) => scene.Get<PresenceIndex>().Report(
        partner, [.. latitudes.Select((latitude, i) => new PositionReport((ulong)i + 1, new GeoPoint(latitude, 120.1551), scene.Clock.GetUtcNow()))]);
}
