using Bunit;
using Reunion.Console.Components.Pages.Partners;
using Reunion.Console.Components.Pages.Partners.Gone;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Tests.Dispatch;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Console.Partners;

public sealed class PartnersPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2, true, "Add the first one")]
    [InlineData(0, false, "An admin adds them here")]
    public async Task Without_partners_it_says_what_to_do(int person, bool mayAdd, string words)
    {
        using var culture = new CultureScope("en");
        await using var scene = await DispatchScene.CreateAsync();
        await using var context = await PartnersContext.CreateAsync(scene, person);
        var page = context.Render<PartnersPage>();
        page.WaitForAssertion(() => Assert.Contains(words, page.Markup, StringComparison.Ordinal));
        Assert.Equal(mayAdd, page.FindAll(Id("add-first")).Count == 1);
    }

    [Theory]
    [InlineData("en", "of the last 24 hours", "50%", "for 20 min")]
    [InlineData("zh-Hans", "最近24小时", "50%", "已等20分钟")]
    public async Task Each_partner_stands_with_how_it_does_and_of_which_hours(string language, string window, string rate, string wait)
    {
        using var culture = new CultureScope(language);
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        scene.Report(partner, 1_200, 90_000);
        app.Next(PartnerAnswer.Ok, new PartnerAnswer(503, RetryAfterSeconds: 1700));
        await scene.AdvanceAsync(await scene.IssueAsync());
        await scene.DrainAsync(partner);
        scene.Clock.Advance(TimeSpan.FromMinutes(20));
        await using var context = await PartnersContext.CreateAsync(scene, person: 0);
        var page = context.Render<PartnersPage>();

        var row = page.WaitForElement(Id("partner-row"));
        Assert.Contains(window, page.Markup, StringComparison.Ordinal);
        Assert.Equal("1,200", row.QuerySelector(Id("phones"))!.TextContent);
        Assert.Equal(rate, row.QuerySelector(Id("success"))!.TextContent);
        Assert.Contains(wait, row.QuerySelector(Id("waiting"))!.TextContent, StringComparison.Ordinal);
        Assert.Equal(24, row.QuerySelectorAll($"{Id("hours")} g").Length);
        Assert.Empty(row.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task A_removed_partner_is_shown_only_when_asked_for_and_a_head_orders_the_list()
    {
        using var culture = new CultureScope("en");
        await using var scene = await DispatchScene.CreateAsync();
        await scene.AddPartnerAsync();
        var (removed, _) = await scene.AddPartnerAsync();
        await scene.AddPartnerAsync();
        await scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Admin, removed, Cancel);
        await using var context = await PartnersContext.CreateAsync(scene);
        var page = context.Render<PartnersPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(Id("partner-row")).Count));

        await page.Find(Id("show-removed")).ChangeAsync(true);
        Assert.Equal(["Partner 1", "Partner 2", "Partner 3"], page.FindAll($"{Id("partner-row")} a").Select(a => a.TextContent));
        Assert.Single(page.FindAll(Id("partner-removed")));
        await page.Find(Id("order-name")).ClickAsync(new());
        Assert.Equal(["Partner 3", "Partner 2", "Partner 1"], page.FindAll($"{Id("partner-row")} a").Select(a => a.TextContent));
        Assert.Equal("descending", page.Find("th[aria-sort]").GetAttribute("aria-sort"));

        await page.Find(Id("partner-search")).InputAsync("nobody");
        Assert.NotNull(page.Find(Id("no-match")));
    }

    [Theory]
    [InlineData("en", AlertMode.Actual, "is not told of alerts")]
    [InlineData("zh-Hans", AlertMode.Exercise, "收不到演练")]
    public async Task An_endpoint_that_is_gone_is_told_as_it_happens_until_somebody_retries(string language, AlertMode mode, string words)
    {
        using var culture = new CultureScope(language);
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        await using var context = await PartnersContext.CreateAsync(scene);
        var (notice, other) = (
            context.Render<GoneNotice>(p => p.Add(n => n.IsDrill, mode != AlertMode.Actual).Add(n => n.MayManage, true)),
            context.Render<GoneNotice>(p => p.Add(n => n.IsDrill, mode == AlertMode.Actual)));
        Assert.Empty(notice.FindAll("div"));

        app.Next(new PartnerAnswer(410));
        await scene.AdvanceAsync(await scene.IssueAsync(mode));
        await scene.DrainAsync(partner);
        await AfterAsync(scene, () => Assert.Contains(words, notice.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal($"partners/{partner}", notice.Find("a").GetAttribute("href"));
        Assert.Empty(other.FindAll("div"));

        var warning = context.Render<GoneWarning>(p => p.Add(w => w.Partner, scene.RowsAsync<Partner>().Result.Single()));
        await warning.Find("button").ClickAsync(new());
        await AfterAsync(scene, () => Assert.Empty(notice.FindAll("div")));
    }

    private static string Id(string testId) => PartnersContext.Id(testId);

    // The feed bundles by the scene's clock.
    private static async Task AfterAsync(DispatchScene scene, Action assertion)
    {
        for (var tries = 0; ; tries++)
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, Cancel);
            try
            {
                assertion();
                return;
            }
            catch (Exception) when (tries < 250)
            {
            }
        }
    }
}
