namespace Reunion.Tests.Geofencing;

/// <summary>
/// 100,000 phones of three partners walk about while alerts start, grow, gain circles, pause and end, commits fail, and the process is
/// killed. Everyone who was inside a live circle when it was swept, or when it reported, is sent the alert exactly once; nobody else is.
/// </summary>
public class OnceEachTests
{
    private const int Steps = 50;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Everyone_inside_is_sent_an_alert_once_and_nobody_else(int seed)
    {
        using var walk = new Walk(seed);
        for (var step = 0; step < Steps; step++)
        {
            walk.MovePhones();
            walk.ChangeAlerts();
            if (step % 15 == 14)
                walk.Crash();
        }

        // The walk had what it is to have.
        Assert.True(walk.Alerts.Count(alert => alert.SentCount > 5_000) >= 3);
        Assert.Contains(walk.Alerts, alert => !alert.IsLive);
        Assert.Contains(walk.Alerts, alert => alert.Circles().Count() > 2);
        Assert.True(walk.Crashes > 4 && walk.FailedCommits > 4 && walk.LostClaims > 0);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{walk.Alerts.Count} alerts, {walk.Alerts.Sum(alert => alert.SentCount)} sent, {walk.Crashes} crashes, {walk.FailedCommits} failed commits");
    }
}
