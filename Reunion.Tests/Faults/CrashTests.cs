using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Partners;

namespace Reunion.Tests.Faults;

/// <summary>The program is killed without warning again and again while two alerts grow; the partners' own records must be complete.</summary>
public sealed class CrashTests
{
    private const int Kills = 20;
    private const int Rings = 9;
    private const double FinalRadiusMetres = 1_000_000;

    // Eight hours of growth in about as long as the kills take.
    private const double TimeScale = 300;

    private static readonly GeoPoint Hangzhou = new(30.2741, 120.1551);
    private static readonly GeoPoint Zhengzhou = new(34.7466, 113.6254);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Killed_twenty_times_no_phone_is_missed_and_none_is_told_twice()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var scene = await CrashScene.CreateAsync(TimeScale);
        await scene.AddPartnerAsync("Json", RecipientFormat.Json, 4_000, Hangzhou, 1_150_000, 11);
        await scene.AddPartnerAsync("Binary", RecipientFormat.Binary, 4_000, Zhengzhou, 1_150_000, 12);
        (AlertId Id, GeoPoint Centre)[] alerts = [(await scene.IssueAsync(Hangzhou), Hangzhou), (await scene.IssueAsync(Zhengzhou), Zhengzhou)];

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        foreach (var partner in scene.Partners)
            partner.Phones.Move(share: 1);
        var reporting = scene.Partners.Select(p => p.Phones.RunAsync(stop.Token)).ToList();

        await KillAgainAndAgainAsync(scene, cancel);
        await FinishAsync(scene, alerts.Length * Rings, cancel);
        await stop.CancelAsync();
        await Task.WhenAll(reporting);

        await AssertRowsAsync(scene, alerts.Length);
        foreach (var (id, centre) in alerts)
            foreach (var (_, app, phones) in scene.Partners)
            {
                var records = new PartnerRecords(app, id.ToString());
                records.AssertSameBytesEachTime();
                records.AssertRecipientsOnlyAfterIssued();
                records.AssertEveryPhoneOnce(phones.Paths, centre, FinalRadiusMetres);
            }
    }

    private static async Task KillAgainAndAgainAsync(CrashScene scene, CancellationToken cancel)
    {
        var random = new Random(20260515);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Some die while they start, most in the seconds after, when what was lost is being sent again and due rings go out.
            var duringStart = kill % 5 == 0;
            var after = TimeSpan.FromMilliseconds(duringStart ? 1_000 + random.Next(3_000) : 1_000 + random.Next(3_500));
            await scene.RunAndKillAsync(after, duringStart, cancel);
            foreach (var partner in scene.Partners)
                partner.Phones.Move(share: 0.02);
            var (rings, pending) = await scene.ProgressAsync();
            Say($"Kill {kill} of {Kills} after {after.TotalSeconds:0.0} s{(duringStart ? " of starting" : "")}: {rings} rings sent, {pending} messages pending");
        }
    }

    private static async Task FinishAsync(CrashScene scene, int rings, CancellationToken cancel)
    {
        await scene.StartAsync(cancel);
        var deadline = TimeProvider.System.GetUtcNow() + Limit;
        var told = -1;
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            await Task.Delay(TimeSpan.FromSeconds(3), cancel);
            var (sent, pending) = await scene.ProgressAsync();
            var requests = scene.Partners.Sum(p => p.App.Requests.Count);
            Say($"Last run: {sent} rings sent, {pending} messages pending, {requests} requests");
            if (sent == rings && pending == 0 && requests == told)
                return;
            told = requests;
        }

        Assert.Fail("The alerts did not finish: " + scene.Process.Output);
    }

    private static async Task AssertRowsAsync(CrashScene scene, int alerts)
    {
        var rings = await scene.RowsAsync<Ring>();
        Assert.Equal(alerts, rings.GroupBy(r => r.CircleId).Count());
        Assert.All(rings.GroupBy(r => r.CircleId), of => Assert.Equal(Enumerable.Range(1, Rings), of.Select(r => r.Number).Order()));
        Assert.All(await scene.RowsAsync<Circle>(), c => Assert.Equal(Rings, c.RingsSent));
    }

    private static void Say(string words) => TestContext.Current.TestOutputHelper?.WriteLine(words);
}
