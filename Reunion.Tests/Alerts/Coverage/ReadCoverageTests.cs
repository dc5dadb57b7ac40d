using Microsoft.Extensions.Options;
using Reunion.Core.Alerts.Coverage;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography.Places;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Alerts.Coverage;

public sealed class ReadCoverageTests
{
    private static readonly Gazetteer Places = new(Options.Create(new GazetteerOptions()));

    [Fact]
    public async Task Before_any_position_nothing_is_said_to_be_missed()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var report = await Coverage(scene).ExecuteAsync(TestPeople.Officer);
        Assert.False(report.HasPositions);
        Assert.Empty(report.Gaps);
        Assert.True(report.People > 100_000_000);
    }

    [Fact]
    public async Task A_place_is_reached_when_one_partner_has_fifty_phones_there()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var (rides, maps) = (await RegisterAsync(scene, "Rides"), await RegisterAsync(scene, "Maps"));
        var (shanghai, beijing) = (Find("Shanghai"), Find("Beijing"));
        Report(scene, rides, shanghai, 50);
        // Together enough, but neither has enough of its own.
        Report(scene, rides, beijing, 49, 1000);
        Report(scene, maps, beijing, 49);

        var report = await Coverage(scene).ExecuteAsync(TestPeople.Officer);

        Assert.True(report.HasPositions);
        Assert.DoesNotContain(report.Gaps, g => g.Largest == shanghai);
        Assert.Equal(beijing, report.Gaps[0].Largest);
        Assert.True(report.Gaps[0].People >= beijing.Population);
        Assert.InRange(beijing.Point.Latitude - report.Gaps[0].South, 0, ReadCoverage.CellDegrees);
        Assert.Equal(report.Gaps.Sum(g => g.People), report.PeopleMissed);
        Assert.All(report.Gaps, g => Assert.Equal("CN", g.Largest.CountryCode));
    }

    [Fact]
    public async Task A_suspended_partner_reaches_nobody_and_one_that_targets_by_area_is_not_counted()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var (rides, maps) = (await RegisterAsync(scene, "Rides"), await RegisterAsync(scene, "Maps"));
        Report(scene, rides, Find("Shanghai"), 50);
        Report(scene, maps, Find("Beijing"), 50);
        await scene.Get<SuspendPartner>().ExecuteAsync(TestPeople.Admin, rides, PartnerStatus.Suspended, TestContext.Current.CancellationToken);

        var report = await Coverage(scene).ExecuteAsync(TestPeople.Officer);

        Assert.Contains(report.Gaps, g => g.Largest == Find("Shanghai"));
        Assert.DoesNotContain(report.Gaps, g => g.Largest == Find("Beijing"));
    }

    [Fact]
    public async Task An_answer_is_kept_for_half_a_minute_and_told_only_to_those_who_see_alerts()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var coverage = Coverage(scene);
        var first = await coverage.ExecuteAsync(TestPeople.Officer);
        scene.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Same(first, await coverage.ExecuteAsync(TestPeople.Supervisor));
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(first, await coverage.ExecuteAsync(TestPeople.Officer));
        await Assert.ThrowsAsync<ProblemException>(() => coverage.ExecuteAsync(TestPeople.Officer with { Roles = [] }));
    }

    private static ReadCoverage Coverage(TestScene scene) => new(scene.Get<ReadPartners>(), scene.Get<PresenceIndex>(), Places, scene.Clock);

    private static Place Find(string name) => Places.Places.First(p => p.Name == name);

    private static async Task<PartnerId> RegisterAsync(TestScene scene, string name) =>
        (await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(name))).Id;

    private static void Report(TestScene scene, PartnerId partner, Place place, int phones, int first = 1) => scene.Get<PresenceIndex>().Report(
        partner, [.. Enumerable.Range(first, phones).Select(i => new PositionReport((ulong)i, place.Point, scene.Clock.GetUtcNow()))]);
}
