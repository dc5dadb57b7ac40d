using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.EndToEnd;

/// <summary>The main job as people do it: an officer's window in Chinese, a supervisor's in English, and the public's phones.</summary>
public sealed class FromFilingToFoundTests(Browser browser) : IClassFixture<Browser>
{
    private const string ChildName = "李小雨";

    [Fact]
    public async Task A_case_goes_from_filing_to_found_in_two_windows_without_a_reload()
    {
        await using var program = new ReunionProcess("--demo", "--phones", "40000", "--time-scale", "400");
        await program.StartAsync(TestContext.Current.CancellationToken);
        var officer = new Person(await browser.OpenAsync("zh-CN"), program.ConsoleUrl);
        var supervisor = new Person(await browser.OpenAsync("en-US"), program.ConsoleUrl);
        try
        {
            await RunAsync(program, officer, supervisor);
        }
        catch
        {
            await Screenshots.TakeAsync(officer.Page, "failed-officer");
            await Screenshots.TakeAsync(supervisor.Page, "failed-supervisor");
            TestContext.Current.AddAttachment("program", program.Output);
            throw;
        }
    }

    private async Task RunAsync(ReunionProcess program, Person officer, Person supervisor)
    {
        await officer.SignInAsync("officer@reunion.demo");
        await supervisor.SignInAsync("supervisor@reunion.demo");

        await FileAsync(officer);
        await IssueAsync(officer);
        var casePath = new Uri(officer.Page.Url).AbsolutePath;

        await WatchAsync(officer, supervisor);
        var alert = await TipAsync(program);
        await ReviewAsync(supervisor);
        await officer.WaitUntilAsync("the sighting's circle is on the officer's map", async () => await officer.See("circle").CountAsync() == 2);
        await Screenshots.TakeAsync(officer.Page, "live-map-two-circles-zh");

        await CloseAsync(officer, supervisor, casePath);
        using var http = new HttpClient();
        using var photo = await http.GetAsync(new Uri(program.PublicUrl, $"a/{alert.Code}/photo"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, photo.StatusCode);
    }

    private static async Task FileAsync(Person officer)
    {
        await officer.GoAsync("/cases/new");
        await officer.ClickAsync("submit-case");
        await officer.See("case-name-error").WaitForAsync();
        await officer.See("case-photo-error").WaitForAsync();

        await officer.FillAsync("case-name", ChildName);
        await officer.See("case-sex-female").CheckAsync();
        await officer.FillAsync("case-birth-date", DateTimeOffset.UtcNow.AddYears(-9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await officer.FillAsync("case-height-cm", "132");
        await officer.FillAsync("case-clothing", "黄色雨衣,白色运动鞋");
        await officer.See("case-photo-input").SetInputFilesAsync(new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = DrawnFace.Encode() });
        await officer.See("photo-preview").WaitForAsync();
        // A district without a point of its own says so.
        await officer.FillAsync("case-place", "西湖区");
        await officer.See("place-suggestion").First.ClickAsync();
        await officer.See("rough-place").WaitForAsync();
        await officer.FillAsync("case-place", "杭州");
        await officer.See("place-suggestion").First.ClickAsync();
        await Assertions.Expect(officer.See("rough-place")).ToHaveCountAsync(0);
        var seenAt = DateTimeOffset.UtcNow.AddMinutes(-20).ToOffset(TimeSpan.FromHours(8));
        await officer.FillAsync("case-last-seen-at-utc-day", seenAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await officer.FillAsync("case-last-seen-at-utc-time", seenAt.ToString("HH:mm", CultureInfo.InvariantCulture));
        await officer.FillAsync("case-contact-phone", "0571-87654321");
        await officer.FillAsync("case-circumstances", "放学后没有回家,最后有人看见她在公交站等车。");
        await officer.Page.Keyboard.PressAsync("Tab");

        // What was typed survives a reload: it is kept while it is typed.
        await officer.WaitUntilAsync("the form is kept", async () => (await officer.ReadAsync("kept-line")).Length > 0);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        await officer.Page.ReloadAsync();
        await officer.See("photo-preview").WaitForAsync();
        await Assertions.Expect(officer.See("case-name")).ToHaveValueAsync(ChildName);
        await Assertions.Expect(officer.See("case-circumstances")).ToHaveValueAsync("放学后没有回家,最后有人看见她在公交站等车。");
        await Screenshots.TakeAsync(officer.Page, "file-case-zh");

        await officer.ClickAsync("submit-case");
        await officer.See("case-page").WaitForAsync();
    }

    private static async Task IssueAsync(Person officer)
    {
        await officer.ClickAsync("issue-alert");
        await officer.See("issue-panel").WaitForAsync();
        await officer.See("reach-now").WaitForAsync();
        Assert.Equal(9, await officer.See("reach-step").CountAsync());
        Assert.Matches("[1-9]", await officer.See("reach-now").Locator("strong").InnerTextAsync());
        await Screenshots.TakeAsync(officer.Page, "issue-alert-zh");
        await MoveTheCentreAsync(officer);
        await officer.ClickAsync("issue-confirm");
        await officer.ClickAsync("confirm-issue-yes");
        await officer.See("close-case").First.WaitForAsync();
    }

    private static async Task MoveTheCentreAsync(Person officer)
    {
        var before = await officer.ReadAsync("reach-now");
        await officer.Page.Locator("#headline-en").FillAsync("Have you seen this girl?");
        var grip = (await officer.Page.Locator(".r-handle").BoundingBoxAsync())!;
        await officer.Page.Mouse.MoveAsync(grip.X + grip.Width / 2, grip.Y + grip.Height / 2);
        await officer.Page.Mouse.DownAsync();
        await officer.Page.Mouse.MoveAsync(grip.X - 120, grip.Y + 20, new MouseMoveOptions { Steps = 20 });
        // It is counted while the hand still holds it.
        await officer.See("centre-back").WaitForAsync();
        await officer.WaitUntilAsync("other phones are counted", async () => await officer.ReadAsync("reach-now") != before);
        await officer.Page.Mouse.UpAsync();
        await Screenshots.TakeAsync(officer.Page, "issue-alert-moved-zh");

        await officer.ClickAsync("centre-back");
        await Assertions.Expect(officer.See("centre-back")).ToHaveCountAsync(0);
        // The page knows a moment before the map does, and a key moves the grip from where the map has it.
        await officer.WaitUntilAsync("the grip is back at the place", async () => HasNoLength(await officer.Page.Locator(".r-tether").First.GetAttributeAsync("d")));
        await officer.Page.Locator(".r-handle").FocusAsync();
        await officer.Page.Keyboard.PressAsync("Shift+ArrowUp");
        await officer.WaitUntilAsync("the keys move it by 10 km", async () => (await officer.ReadAsync("centre-line")).Contains("10公里", StringComparison.Ordinal));
        await officer.ClickAsync("centre-back");
        await Assertions.Expect(officer.Page.Locator("#headline-en")).ToHaveValueAsync("Have you seen this girl?");
    }

    private static bool HasNoLength(string? path) =>
        (path ?? "").Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries).Distinct().Count() <= 1;

    private static async Task WatchAsync(Person officer, Person supervisor)
    {
        await officer.GoAsync("/");
        foreach (var person in new[] { officer, supervisor })
        {
            await person.ClickAsync("strip-alert");
            await person.See("alert-drawer").WaitForAsync();
        }

        var first = await supervisor.ReadAsync("circle-radius");
        await supervisor.WaitUntilAsync("the circle grows", async () => await supervisor.ReadAsync("circle-radius") != first);
        await supervisor.WaitUntilAsync("phones are reached", async () => (await supervisor.ReadAsync("phones-reached")).Any(c => c is >= '1' and <= '9'));
        Assert.Equal(5, await supervisor.See("reach-row").CountAsync());
        await officer.WaitUntilAsync("both windows show the same circle", async () =>
            Digits(await officer.ReadAsync("circle-radius")) == Digits(await supervisor.ReadAsync("circle-radius")));
        // News come from the other language's window, and are still read in the own.
        Assert.Equal("进行中", await officer.ReadAsync("alert-status"));
        Assert.Equal("Live", await supervisor.ReadAsync("alert-status"));
        await Screenshots.TakeAsync(officer.Page, "live-map-zh");
        await Screenshots.TakeAsync(supervisor.Page, "live-map-en");
        await supervisor.ClickAsync("show-density");
        await supervisor.See("density-legend").WaitForAsync();
        await supervisor.ClickAsync("show-gaps");
        await supervisor.See("gap").First.WaitForAsync();
        await Screenshots.TakeAsync(supervisor.Page, "live-map-layers-en");
    }

    private async Task<(string Id, string Code)> TipAsync(ReunionProcess program)
    {
        using var partner = new DemoPartner(program, "Suipay");
        var alerts = await partner.AlertsAsync();
        var alert = (alerts.ValueKind == System.Text.Json.JsonValueKind.Array ? alerts : alerts.GetProperty("alerts"))[0];
        var (id, code) = (alert.GetProperty("alertId").GetString()!, alert.GetProperty("code").GetString()!);
        await partner.SubmitTipAsync(id, new { kind = "sighting", text = "在萧山火车站看到一个穿黄色雨衣的女孩", lat = 30.171, lon = 120.264, place = "萧山站" });
        await partner.SubmitTipByHubAsync(new { alertId = id, kind = "ride", text = "刚才的乘客带着一个小女孩", lat = 30.2, lon = 120.3 });

        var phone = await browser.OpenAsync("zh-CN", 390, 844);
        await phone.GotoAsync(new Uri(program.PublicUrl, $"a/{code}").ToString());
        await Assertions.Expect(phone.GetByText(ChildName).First).ToBeVisibleAsync();
        await Screenshots.TakeAsync(phone, "public-page-zh");
        await phone.Locator("[name=kind]").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await phone.Locator("textarea[name=text]").FillAsync("我在西湖边看见她了");
        await phone.Locator("[name=place]").FillAsync("西湖断桥");
        await phone.Locator("#tip .p-send").ClickAsync();
        await phone.WaitForURLAsync("**/t/*");
        await Screenshots.TakeAsync(phone, "tip-receipt-zh");
        return (id, code);
    }

    private static async Task ReviewAsync(Person supervisor)
    {
        await supervisor.GoAsync("/tips");
        var sighting = supervisor.See("tip-line").Filter(new LocatorFilterOptions { HasText = "萧山火车站" });
        await sighting.ClickAsync();
        await supervisor.ClickAsync("tip-verify");
        await supervisor.FillAsync("verify-reason", "Station camera shows her on platform 2.");
        await supervisor.See("verify-with-circle").CheckAsync();
        await supervisor.See("sighting-preview").WaitForAsync();
        await Screenshots.TakeAsync(supervisor.Page, "tip-review-en");
        await supervisor.ClickAsync("verify-confirm");
        await Assertions.Expect(sighting).ToHaveAttributeAsync("data-review", "Verified");

        var rumour = supervisor.See("tip-line").Filter(new LocatorFilterOptions { HasText = "我在西湖边看见她了" });
        await rumour.ClickAsync();
        // Until it is there the tip before stands in its place, with the same button.
        await Assertions.Expect(supervisor.See("tip-text")).ToHaveTextAsync("我在西湖边看见她了");
        await supervisor.ClickAsync("tip-dismiss");
        await supervisor.FillAsync("dismiss-reason", "Another child, spoken to by a patrol.");
        await supervisor.ClickAsync("dismiss-confirm");
        await Assertions.Expect(rumour).ToHaveAttributeAsync("data-review", "Dismissed");
        await supervisor.GoAsync("/");
        await supervisor.See("strip-alert").First.WaitForAsync();
    }

    private static async Task CloseAsync(Person officer, Person supervisor, string casePath)
    {
        await officer.GoAsync(casePath);
        await officer.ClickAsync("close-case");
        await officer.See("outcome-foundsafe").CheckAsync();
        await officer.ClickAsync("close-confirm");
        await officer.See("outcome-banner").WaitForAsync();
        await supervisor.WaitUntilAsync("the map clears", async () => await supervisor.See("strip-alert").CountAsync() == 0);
        await officer.WaitUntilAsync("every partner confirms that the photo is down", async () =>
            Digits(await officer.ReadAsync("withdrawal-summary")) == "55");
        Assert.True(await officer.See("timeline-line").CountAsync() >= 6);
        await Screenshots.TakeAsync(officer.Page, "closed-case-zh");
        await Screenshots.TakeAsync(supervisor.Page, "empty-map-en");
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
