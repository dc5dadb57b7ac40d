using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Common;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Alerts;

public sealed class CircleTests
{
    [Fact]
    public void The_next_ring_comes_after_those_sent_not_after_those_due()
    {
        var circle = Opened();
        Assert.Equal(TestFiles.Now, circle.NextRingAtUtc(RadiusSchedule.Reunion));
        circle.RingsSent = 1;
        Assert.Equal(TestFiles.Now.AddHours(1), circle.NextRingAtUtc(RadiusSchedule.Reunion));
        Assert.Equal(4, circle.RingsDue(RadiusSchedule.Reunion, TestFiles.Now.AddHours(3)));
        Assert.Equal(TestFiles.Now.AddHours(1), circle.NextRingAtUtc(RadiusSchedule.Reunion));
    }

    [Fact]
    public void After_the_last_ring_there_is_none()
    {
        var circle = Opened();
        circle.RingsSent = 9;
        Assert.Null(circle.NextRingAtUtc(RadiusSchedule.Reunion));
        Assert.Equal(9, circle.RingsDue(RadiusSchedule.Reunion, TestFiles.Now.AddDays(30)));
    }

    private static Circle Opened() => new()
    {
        Id = new CircleId(Guid.NewGuid()),
        AlertId = new AlertId(Guid.NewGuid()),
        Reason = CircleReason.LastSeen,
        Latitude = 30,
        Longitude = 120,
        ClockStartUtc = TestFiles.Now,
    };
}
