using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing;
using Reunion.Core.Geofencing.Traffic;
using Reunion.Core.Geography;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Geofencing.Traffic;

public sealed class ReadPartnerPresenceTests
{
    [Fact]
    public async Task Phones_are_counted_by_the_age_of_their_position()
    {
        using var scene = new PresenceScene();
        var now = scene.Clock.GetUtcNow();
        int[] minutes = [-4, 0, 14, 15, 59, 60, 359, 360, 1439, 1440];
        scene.Index.Report(scene.Partner, [.. minutes.Select((m, i) => new PositionReport((ulong)i + 1, new GeoPoint(30, 120), now.AddMinutes(-m)))]);

        var presence = await Read(scene).ExecuteAsync(TestPeople.Admin, scene.Partner);

        Assert.Equal([3, 2, 2, 2, 1], presence.Ages);
        Assert.Equal((10, 5), (presence.Phones, presence.Stale));
    }

    [Fact]
    public async Task Nothing_known_is_zeros_and_only_those_who_manage_partners_are_told()
    {
        using var scene = new PresenceScene();
        Assert.Equal([0, 0, 0, 0, 0], (await Read(scene).ExecuteAsync(TestPeople.Admin, scene.Partner)).Ages);
        await Assert.ThrowsAsync<ProblemException>(() => Read(scene).ExecuteAsync(TestPeople.Officer, scene.Partner));
    }

    private static ReadPartnerPresence Read(PresenceScene scene) => new(new PresenceTraffic(scene.Clock), scene.Index, scene.Clock);
}
