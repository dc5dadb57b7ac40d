using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class OutageTests
{
    private const int Phones = 50;

    /// <summary>Every half hour less a fifth, and the first quick tries.</summary>
    private const int MostAttempts = 5 * 48 * 10 / 8 + 8;

    [Fact]
    public async Task After_five_days_without_an_answer_everything_goes_out_in_order_and_nobody_is_told_of_an_alert_that_is_over()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, Phones, 90_000);
        var (live, over) = (await scene.IssueAsync(), await scene.IssueAsync());
        await scene.AdvanceAsync(live);
        await scene.AdvanceAsync(over);

        app.Otherwise = () => new PartnerAnswer(503);
        await PassAsync(scene, partner, TimeSpan.FromDays(2));
        await scene.CloseAsync(over);
        await scene.AdvanceAsync(over);
        await PassAsync(scene, partner, TimeSpan.FromDays(3));
        var failed = app.Requests.Count;
        app.Otherwise = () => PartnerAnswer.Ok;
        await PassAsync(scene, partner, TimeSpan.FromHours(1));

        Assert.All(await scene.RowsAsync<Delivery>(), delivery => Assert.InRange(delivery.Attempts, 0, MostAttempts));
        Assert.DoesNotContain(await scene.RowsAsync<Delivery>(), delivery => delivery.Status == DeliveryStatus.Pending);
        var taken = app.Requests.Skip(failed).ToList();
        var ofLive = TypesOf(taken, live);
        Assert.Equal(MessageType.AlertIssued, ofLive[0]);
        Assert.True(ofLive.LastIndexOf(MessageType.AlertIssued) < ofLive.IndexOf(MessageType.AlertRecipients));
        Assert.Equal(Phones, taken.Where(r => r.Type == MessageType.AlertRecipients && IsOf(r, live)).SelectMany(r => r.Devices()).Distinct().Count());
        var ofOver = TypesOf(taken, over);
        Assert.DoesNotContain(MessageType.AlertRecipients, ofOver);
        Assert.Equal(MessageType.AlertEnded, ofOver[^1]);
        // Tried again under the same id and with the same bytes.
        Assert.All(app.Requests.GroupBy(request => request.Id), tries => Assert.Single(tries.DistinctBy(request => Convert.ToHexString(request.Body))));
    }

    /// <summary>Lets time pass as the partner's outbox does: it looks again when it said that it would.</summary>
    private static async Task PassAsync(DispatchScene scene, PartnerId partner, TimeSpan time)
    {
        for (var end = scene.Clock.GetUtcNow() + time; scene.Clock.GetUtcNow() < end;)
        {
            var next = await scene.DrainAsync(partner) ?? end;
            scene.Clock.Advance(TimeSpan.FromTicks(Math.Clamp((next - scene.Clock.GetUtcNow()).Ticks, TimeSpan.TicksPerSecond, (end - scene.Clock.GetUtcNow()).Ticks)));
        }
    }

    private static List<string> TypesOf(IEnumerable<PartnerRequest> requests, AlertId alert) =>
        [.. requests.Where(request => IsOf(request, alert)).Select(request => request.Type)];

    private static bool IsOf(PartnerRequest request, AlertId alert) => request.Data.GetRawText().Contains(alert.ToString(), StringComparison.Ordinal);
}
