using System.Collections.Concurrent;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class CircuitTests
{
    private const int Many = 40;

    [Fact]
    public async Task However_many_are_refused_each_is_tried_again_in_its_time()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var tries = Count(scene, app, alreadyTried => alreadyTried == 0 ? 500 : 200);
        await IssueAsync(scene, Many);

        await PassAsync(scene, partner, TimeSpan.FromSeconds(40));

        Assert.Equal(Many, tries.Count);
        Assert.All(tries.Values, at =>
        {
            Assert.Equal(2, at.Count);
            Assert.InRange(at[1] - at[0], TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
        });
        // What failed together does not come back together.
        Assert.InRange(tries.Values.Select(at => at[1]).Distinct().Count(), Many / 2, Many);
        Assert.All(await scene.RowsAsync<Delivery>(), d => Assert.Equal(DeliveryStatus.Delivered, d.Status));
    }

    [Fact]
    public async Task A_partner_that_is_down_is_spared_and_each_message_keeps_the_schedule_once_it_was_tried()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var tries = Count(scene, app, _ => 503);
        await IssueAsync(scene, Many);
        var start = scene.Clock.GetUtcNow();

        await PassAsync(scene, partner, TimeSpan.FromMinutes(2));

        // Eight at once, then one about every five seconds.
        var firsts = tries.Values.Select(at => at[0]).Order().ToList();
        Assert.Equal(8, firsts.Count(at => at == start));
        Assert.InRange(firsts.Count, 8 + 20 - 1, 8 + 30);
        Assert.All(firsts.Skip(8).Zip(firsts.Skip(9)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(4)));
        Assert.All(tries.Values.Where(at => at.Count > 1), at => Assert.InRange(at[1] - at[0], TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6)));
        Assert.All(tries.Values.Where(at => at.Count > 2), at => Assert.InRange(at[2] - at[1], TimeSpan.FromSeconds(24), TimeSpan.FromSeconds(36)));
        Assert.All(tries.Values.Where(at => at[0] < start.AddSeconds(70)), at => Assert.InRange(at.Count, 3, 4));
    }

    [Fact]
    public async Task When_a_partner_is_back_the_first_that_it_takes_lets_all_go()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Otherwise = () => new PartnerAnswer(503);
        await IssueAsync(scene, Many);
        await PassAsync(scene, partner, TimeSpan.FromSeconds(1));

        app.Otherwise = () => PartnerAnswer.Ok;
        await PassAsync(scene, partner, TimeSpan.FromSeconds(7));

        Assert.All(await scene.RowsAsync<Delivery>(), d => Assert.Equal(DeliveryStatus.Delivered, d.Status));
    }

    [Fact]
    public async Task Actual_alerts_do_not_wait_behind_drills()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        for (var i = 0; i < 10; i++)
            await scene.AdvanceAsync(await scene.IssueAsync(AlertMode.Exercise));
        await scene.AdvanceAsync(await scene.IssueAsync());

        await scene.DrainAsync(partner);

        Assert.Contains(app.Requests.Take(8), r => r.Path == "/alerts");
    }

    private static async Task IssueAsync(DispatchScene scene, int count)
    {
        for (var i = 0; i < count; i++)
            await scene.AdvanceAsync(await scene.IssueAsync());
    }

    /// <summary>Answers by how often a message was tried before, and keeps when each was.</summary>
    private static ConcurrentDictionary<string, List<DateTimeOffset>> Count(DispatchScene scene, PartnerApp app, Func<int, int> statusAfter)
    {
        var tries = new ConcurrentDictionary<string, List<DateTimeOffset>>();
        app.Judge = (headers, _) =>
        {
            var of = tries.GetOrAdd(headers["webhook-id"].ToString(), _ => []);
            of.Add(scene.Clock.GetUtcNow());
            return new PartnerAnswer(statusAfter(of.Count - 1));
        };
        return tries;
    }

    /// <summary>Lets time pass as the partner's outbox does: it looks again when it said that it would.</summary>
    private static async Task PassAsync(DispatchScene scene, PartnerId partner, TimeSpan time)
    {
        var end = scene.Clock.GetUtcNow() + time;
        while (true)
        {
            var next = await scene.DrainAsync(partner) ?? end;
            if (next > end)
                next = end;
            if (scene.Clock.GetUtcNow() == end)
                return;
            scene.Clock.Advance(next - scene.Clock.GetUtcNow());
        }
    }
}
