using Microsoft.Playwright;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Tips;
using Reunion.Tests.Api.Exports;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.EndToEnd;

/// <summary>The officer of a case looks at something else when a tip of it is verified.</summary>
public sealed class OwnerNoticeBrowserTests(ReunionSurface scene, Browser browser) : IClassFixture<ReunionSurface>, IClassFixture<Browser>
{
    // What the browser would sound and show is written down instead: there is neither a loudspeaker nor a desktop here.
    private const string Recorder =
        """
        window.did = [];
        window.Notification = class {
          static permission = 'default';
          static async requestPermission() { return (Notification.permission = 'granted'); }
          constructor(title, options) { window.did.push(`show ${title} | ${options.body}`); window.shown = this; }
          close() {}
        };
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (when) { window.did.push('tone'); return start.call(this, when); };
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_shown_sounded_and_put_on_the_desktop_on_any_screen_in_the_background_too_and_can_be_switched_off()
    {
        var facts = await scene.IssueAsync(name: "孟小鸥");
        var page = await browser.OpenAsync("en-US");
        await page.Context.AddInitScriptAsync(Recorder);
        var officer = new Person(page, scene.ConsoleUrl);
        await officer.SignInAsync("officer@reunion.demo");
        await officer.GoAsync("/partners");
        await officer.ClickAsync("user-menu");
        await Assertions.Expect(officer.See("notice-sound")).ToBeCheckedAsync();
        await Assertions.Expect(officer.See("notice-desktop")).Not.ToBeCheckedAsync();
        await officer.See("notice-desktop").CheckAsync();
        await Screenshots.TakeAsync(page, "notice-switches-en");
        await officer.ClickAsync("notice-try");
        await officer.WaitUntilAsync("the example is sounded and shown", async () => (await DidAsync(page)).Length == 3);
        Assert.Equal(["show Tip verified: example | This is how a verified tip of your cases is shown.", "tone", "tone"], (await DidAsync(page)).Order(StringComparer.Ordinal));
        await officer.ClickAsync("user-menu");

        // Another tab is in front now. One of the two makes the sound.
        await page.EvaluateAsync("window.did = []");
        var front = await page.Context.NewPageAsync();
        await front.GotoAsync(new Uri(scene.ConsoleUrl, "analytics").ToString());
        await new Person(front, scene.ConsoleUrl).See("user-menu").WaitForAsync();
        await front.BringToFrontAsync();
        await VerifyAsync(facts, "在萧山站台看见她");
        await officer.See("owner-notice").WaitForAsync();
        await new Person(front, scene.ConsoleUrl).See("owner-notice").WaitForAsync();
        await officer.WaitUntilAsync("it is sounded and shown", async () => (await DidAsync(page)).Length + (await DidAsync(front)).Length >= 3);
        Assert.Contains("show Tip verified: 孟小鸥 | Sighting · 萧山站", await DidAsync(page));
        Assert.Equal(2, (await DidAsync(page)).Concat(await DidAsync(front)).Count(did => did == "tone"));
        await front.CloseAsync();
        await Screenshots.TakeAsync(page, "owner-notice-en");

        await page.EvaluateAsync("window.did = []");
        await officer.ClickAsync("user-menu");
        await officer.See("notice-sound").UncheckAsync();
        await officer.See("notice-desktop").UncheckAsync();
        await page.ReloadAsync();
        await officer.ClickAsync("user-menu");
        await Assertions.Expect(officer.See("notice-sound")).Not.ToBeCheckedAsync();
        await VerifyAsync(facts, "在出口看见她");
        await officer.See("owner-notice").WaitForAsync();
        await officer.See("owner-notice").Locator("a").ClickAsync();
        await officer.See("case-page").WaitForAsync();
        Assert.Empty(await DidAsync(page));
    }

    private static async Task<string[]> DidAsync(IPage page) => await page.EvaluateAsync<string[]>("window.did");

    private async Task VerifyAsync(AlertFacts facts, string text)
    {
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(facts.Alert.Id, new TipForm { Kind = TipKind.Sighting, Text = text, Place = "萧山站" }, Cancel);
        await scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, receipt.TipId, 0, "camera", false, Cancel);
    }
}
