using Reunion.Core.Alerts.Coverage;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Alerts.Coverage;

public sealed class ReadDensityTests
{
    private static readonly PartnerId Rides = PartnerId.From(Guid.NewGuid());

    [Fact]
    public async Task A_cell_with_fewer_than_fifty_phones_is_never_told()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        Report(scene, 30.1, 50);
        Report(scene, 40.1, 49, 1000);
        var report = await scene.Get<ReadDensity>().ExecuteAsync(TestPeople.Officer, 0.5);
        Assert.Equal(new DensityCell(30, 120, 0.5, 50), Assert.Single(report.Cells));
    }

    [Fact]
    public async Task Many_maps_are_shown_what_was_counted_once()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        Report(scene, 30.1, 50);
        var read = scene.Get<ReadDensity>();
        var first = await read.ExecuteAsync(TestPeople.Officer, 1);
        Report(scene, 40.1, 50, 1000);
        Assert.Same(first, await read.ExecuteAsync(TestPeople.Admin, 1));
        Assert.Equal(2, (await read.ExecuteAsync(TestPeople.Officer, 2)).Cells.Count);
        scene.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, (await read.ExecuteAsync(TestPeople.Officer, 1)).Cells.Count);
    }

    [Fact]
    public async Task Cells_can_be_no_finer_than_a_quarter_of_a_degree_and_need_a_permission()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var read = scene.Get<ReadDensity>();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => read.ExecuteAsync(TestPeople.Officer, 0.1));
        await Assert.ThrowsAsync<ProblemException>(() => read.ExecuteAsync(TestPeople.Officer with { Roles = [] }, 1));
    }

    private static void Report(TestScene scene, double latitude, int phones, int first = 1) => scene.Get<PresenceIndex>().Report(
        Rides, [.. Enumerable.Range(first, phones).Select(i => new PositionReport((ulong)i, new GeoPoint(latitude, 120.1), scene.Clock.GetUtcNow()))]);
}
