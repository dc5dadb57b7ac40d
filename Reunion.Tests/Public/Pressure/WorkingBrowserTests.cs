using Microsoft.EntityFrameworkCore;
using Reunion.Core.Tips;
using Reunion.Tests.Support;

namespace Reunion.Tests.Public.Pressure;

/// <summary>What the page's script does for people under attack, in a real browser.</summary>
public sealed class WorkingBrowserTests(PressedScene scene, Browser browser) : IClassFixture<PressedScene>, IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_does_the_work_by_itself_and_the_tip_arrives_once()
    {
        var facts = await scene.IssueAsync();
        using var program = PublicReader.Program(scene.PublicUrl);
        for (var i = 0; i < 12; i++)
            using (await program.PostAsync($"a/{facts.Alert.Code}/tips", PublicReader.Form(new { kind = "other", text = $"{i}" }), Cancel))
            {
            }

        var page = await browser.OpenAsync("en-US", 390, 844);
        await page.GotoAsync(new Uri(scene.PublicUrl, $"a/{facts.Alert.Code}").ToString());
        await page.Locator("textarea[name=text]").FillAsync("Seen by a person");
        await page.Locator("#tip .p-send").DblClickAsync();
        await page.GetByText("Conversation with the police").WaitForAsync();
        Assert.Equal(1, await scene.ReadAsync(db => db.Set<Tip>().CountAsync(t => t.Text == "Seen by a person", Cancel)));
    }
}
