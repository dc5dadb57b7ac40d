using Bunit;
using Reunion.Console.Components.Pages.Partners;
using Reunion.Core.Common;
using Reunion.Core.Partners;
using Reunion.Tests.Dispatch;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Partners;

public sealed class PartnerPageTests
{
    [Fact]
    public async Task Removing_says_what_will_happen_to_how_many_and_leaves_the_history()
    {
        using var culture = new CultureScope("en");
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 1_234, 90_000);
        await scene.AdvanceAsync(await scene.IssueAsync());
        await using var context = await PartnersContext.CreateAsync(scene);
        var dialogs = context.Dialogs();
        var page = Page(context, partner);

        var removing = page.WaitForElement(Id("remove")).ClickAsync(new());
        var words = dialogs.WaitForElement(".mud-dialog-content").TextContent;
        Assert.Contains("positions of 1,234 phones are erased, and 2 waiting messages are withdrawn", words, StringComparison.Ordinal);
        Assert.Equal(PartnerStatus.Active, (await PartnerAsync(scene)).Status);
        await AnswerAsync(dialogs, "Remove");
        await removing;

        Assert.Equal(PartnerStatus.Removed, (await PartnerAsync(scene)).Status);
        Assert.NotNull(page.WaitForElement(Id("removed-notice")));
        Assert.NotNull(page.Find(Id("deliveries")));
        Assert.Empty(page.FindAll(string.Join(',', Id("save-partner"), Id("keys"), Id("remove"), Id("suspend"), Id("pause-delivery"))));
    }

    [Fact]
    public async Task Private_addresses_are_asked_about_by_name_and_left_out_when_refused()
    {
        using var culture = new CultureScope("zh-Hans");
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var before = await PartnerAsync(scene);
        await scene.Get<RegisterPartner>().UpdateAsync(
            Support.Databases.TestPeople.Admin, partner, before.Version, new PartnerForm { Name = before.Name, Endpoint = "https://app.example/hooks" },
            TestContext.Current.CancellationToken);
        await using var context = await PartnersContext.CreateAsync(scene);
        var dialogs = context.Dialogs();
        var page = Page(context, partner);
        await page.WaitForElement(Id("partner-internal")).ChangeAsync(true);

        foreach (var (answer, isInternal) in new[] { ("取消", false), ("允许内网地址", true) })
        {
            var saving = page.Find(Id("save-partner")).ClickAsync(new());
            Assert.Contains("内部网络", dialogs.WaitForElement(".mud-dialog-content").TextContent, StringComparison.Ordinal);
            await AnswerAsync(dialogs, answer);
            await saving;
            Assert.Equal(isInternal, (await PartnerAsync(scene)).IsInternal);
        }
    }

    [Fact]
    public async Task A_region_is_found_by_its_name_sized_and_saved()
    {
        using var culture = new CultureScope("zh-Hans");
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        await using var context = await PartnersContext.CreateAsync(scene);
        var page = Page(context, partner);
        Assert.NotNull(page.WaitForElement(Id("everywhere")));

        await page.Find(Id("region-search")).InputAsync("杭州");
        await page.WaitForElement(Id("region-found")).ClickAsync(new());
        await page.Find(Id("region-radius")).ChangeAsync("0");
        await page.Find(Id("save-partner")).ClickAsync(new());
        Assert.Contains("1 至 2,000 公里", page.WaitForElement($"{Id("regions")} .r-field-error").TextContent, StringComparison.Ordinal);
        Assert.Empty((await PartnerAsync(scene)).Regions);

        await page.Find(Id("region-radius")).ChangeAsync("150");
        await page.Find(Id("save-partner")).ClickAsync(new());
        var region = Assert.Single((await PartnerAsync(scene)).Regions);
        Assert.Equal(150_000, region.RadiusMetres);
        Assert.InRange(Core.Geography.Geodesic.DistanceMetres(region.Centre, DispatchScene.Centre), 0, 20_000);

        await page.Find(Id("remove-region")).ClickAsync(new());
        await page.Find(Id("save-partner")).ClickAsync(new());
        Assert.Empty((await PartnerAsync(scene)).Regions);
    }

    [Fact]
    public async Task A_new_key_or_secret_does_not_refuse_the_settings_that_are_saved_after_it()
    {
        using var culture = new CultureScope("en");
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        await using var context = await PartnersContext.CreateAsync(scene);
        var dialogs = context.Dialogs();
        var page = Page(context, partner);
        var issuing = page.WaitForElement(Id("issue-key")).ClickAsync(new());
        Assert.StartsWith("rnk_", dialogs.WaitForElement(Id("secret")).TextContent, StringComparison.Ordinal);
        await dialogs.Find(Id("secrets-kept")).ClickAsync(new());
        await issuing;
        Assert.Equal(2, page.FindAll(Id("key")).Count);
        Assert.NotNull(page.Find(Id("two-keys")));
        var rotating = page.Find(Id("rotate-secret")).ClickAsync(new());
        dialogs.WaitForElement(".mud-dialog-actions");
        await AnswerAsync(dialogs, "Rotate webhook secret");
        Assert.StartsWith("whsec_", dialogs.WaitForElement(Id("secret")).TextContent, StringComparison.Ordinal);
        await dialogs.Find(Id("secrets-kept")).ClickAsync(new());
        await rotating;
        Assert.Equal(2, page.FindAll(Id("signing-secret")).Count);

        await page.Find(Id("partner-rate")).ChangeAsync("77");
        await page.Find(Id("save-partner")).ClickAsync(new());
        Assert.Equal(77, (await PartnerAsync(scene)).RequestsPerSecond);
    }

    private static IRenderedComponent<PartnerPage> Page(PartnersContext context, PartnerId partner) =>
        context.Render<PartnerPage>(p => p.Add(x => x.Id, partner.ToString()));

    private static async Task<Partner> PartnerAsync(DispatchScene scene) => Assert.Single(await scene.RowsAsync<Partner>());

    private static Task AnswerAsync(IRenderedComponent<MudBlazor.MudDialogProvider> dialogs, string text) =>
        dialogs.FindAll(".mud-dialog-actions button").Single(b => b.TextContent.Trim() == text).ClickAsync(new());

    private static string Id(string testId) => PartnersContext.Id(testId);
}
