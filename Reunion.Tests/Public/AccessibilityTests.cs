using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Common.Text;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Conversation;
using Reunion.Tests.Api;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Public;

/// <summary>WCAG 2.2 AA as far as a program can tell, on every public page, in both languages and both themes, on a phone.</summary>
public sealed class AccessibilityTests(SurfaceScene scene, ReunionApp app, Browser browser)
    : IClassFixture<SurfaceScene>, IClassFixture<ReunionApp>, IClassFixture<Browser>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zh-CN", ColorScheme.Light)]
    [InlineData("zh-CN", ColorScheme.Dark)]
    [InlineData("en-US", ColorScheme.Light)]
    [InlineData("en-US", ColorScheme.Dark)]
    public async Task Every_public_page_is_accessible(string language, ColorScheme theme)
    {
        var (live, over) = (await scene.IssueAsync(), await scene.IssueAsync());
        await scene.CloseAsync(over);
        await scene.Get<PublishClarification>().ExecuteAsync(TestPeople.Supervisor, null, new LocalizedText("网传照片不是她", "Not her"), Cancel);
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(live.Alert.Id, new TipForm { Kind = TipKind.Sighting, Text = "在车站" }, Cancel);
        await scene.Get<ReplyToTip>().ExecuteAsync(TestPeople.Supervisor, receipt.TipId, "Which platform?", Cancel);

        var page = await browser.OpenAsync(language, 390, 844);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
        foreach (var path in new[] { "", $"a/{live.Alert.Code}", $"a/{over.Alert.Code}", $"t/{receipt.ReceiptCode}", "report", "nothing" })
        {
            await page.GotoAsync(new Uri(scene.PublicUrl, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            await RequireAsync(page, path);
            await Screenshots.TakeAsync(page, $"public-{path.Split('/')[0]}{(path.Length == 0 ? "home" : "")}-{language[..2]}-{theme}");
        }

        // A form that came back is a page too, and so is where a parent's report leads.
        await RequireMistakesAsync(page, $"a/{live.Alert.Code}", "tip");
        await RequireMistakesAsync(page, "report", "report");
        await ReportAsync(page);
        await RequireAsync(page, "a report that was sent");
        await Screenshots.TakeAsync(page, $"public-reported-{language[..2]}-{theme}");
    }

    private async Task RequireMistakesAsync(IPage page, string path, string form)
    {
        await page.GotoAsync(new Uri(scene.PublicUrl, path).ToString());
        await page.EvaluateAsync($"const form = document.querySelector('#{form}'); form.noValidate = true; form.submit()");
        await page.GetByRole(AriaRole.Alert).First.WaitForAsync();
        await RequireAsync(page, $"{path} with mistakes");
    }

    private async Task ReportAsync(IPage page)
    {
        await page.GotoAsync(new Uri(app.PublicUrl, "report").ToString());
        await page.Locator("[name=sex][value=female]").CheckAsync();
        foreach (var (name, value) in new[]
        {
            ("name", "小满"), ("birthDate", "2017-05-01"), ("place", "杭州市西湖区"), ("lastSeenAt", "2026-11-23T16:30"), ("clothing", "红色外套"),
            ("reporterName", "家长"), ("reporterPhone", "13800000000"),
        })
            await page.Locator($"#report [name={name}]").FillAsync(value);
        await page.Locator("#report [name=photo]").SetInputFilesAsync(new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = TestPhotos.Jpeg(400, 300) });
        await page.Locator("#report .p-send").ClickAsync();
        await page.Locator(".p-code").WaitForAsync();
    }

    private static async Task RequireAsync(IPage page, string what)
    {
        var found = await page.RunAxe(Rules);
        Assert.True(found.Violations.Length == 0, $"{what}: " + string.Join('\n', found.Violations.SelectMany(v =>
            v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html} {string.Join(", ", n.Any.Select(a => a.Message))}"))));
        // Nothing is wider than the phone.
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{what} is too wide");
    }
}
