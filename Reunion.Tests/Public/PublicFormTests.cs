using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Reunion.Core.Tips;
using Reunion.Tests.Api;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Public;

/// <summary>The form in a real browser: with scripts on a bad connection, and without any.</summary>
public sealed partial class PublicFormTests(SurfaceScene scene, Browser browser) : IClassFixture<SurfaceScene>, IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_lost_connection_cut_off_is_sent_again_by_itself_and_arrives_once()
    {
        var facts = await scene.IssueAsync();
        var page = await browser.OpenAsync("en-US", 390, 844);
        var tries = 0;
        await page.RouteAsync("**/tips", async route =>
        {
            // The first is lost on its way there, the answer of the second on its way back.
            if (++tries == 2)
                await route.FetchAsync();
            if (tries < 3)
                await route.AbortAsync();
            else
                await route.ContinueAsync();
        });
        await page.GotoAsync(new Uri(scene.PublicUrl, $"a/{facts.Alert.Code}").ToString());
        await page.Locator("textarea[name=text]").FillAsync("在东站看到她");
        await page.Locator("#tip-photos").SetInputFilesAsync(new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = DrawnFace.Encode() });
        await page.Locator(".p-previews canvas").WaitForAsync();
        await page.Locator("#tip .p-send").ClickAsync();
        await page.GetByText("No connection. Leave this page open").WaitForAsync();
        await page.GetByText("Conversation with the police").WaitForAsync();
        Assert.Equal(3, tries);
        var tip = await scene.ReadAsync(db => db.Set<Tip>().Include(t => t.Photos).SingleAsync(t => t.AlertId == facts.Alert.Id, Cancel));
        Assert.Single(tip.Photos);
    }

    [Fact]
    public async Task Without_scripts_a_tip_is_sent_and_answered_all_the_same()
    {
        var facts = await scene.IssueAsync();
        var page = await browser.OpenAsync("zh-CN", 390, 844, hasScripts: false);
        await page.GotoAsync(scene.PublicUrl.ToString());
        await page.Locator($"a[href='/a/{facts.Alert.Code}']").ClickAsync();
        await page.Locator("textarea[name=text]").FillAsync("在东站看到她");
        await page.Locator("#tip .p-send").ClickAsync();
        await page.WaitForURLAsync(Receipt());
        await page.Locator("textarea[name=text]").FillAsync("往出租车方向走了");
        await page.Locator(".p-send").ClickAsync();
        await page.Locator(".p-talk li").Nth(1).WaitForAsync();
        Assert.Equal(2, await page.Locator(".p-talk li").CountAsync());
    }

    [GeneratedRegex("/t/[0-9A-Z]{16}")]
    private static partial Regex Receipt();
}
