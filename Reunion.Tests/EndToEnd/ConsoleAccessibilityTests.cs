using System.Reflection;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Reunion.Console.Hosting;
using Reunion.Core.Accounts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Photos;
using Reunion.Core.Storage.Accounts;
using Reunion.Core.Tips;
using Reunion.Tests.Api.Exports;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.EndToEnd;

/// <summary>WCAG 2.2 AA as far as a program can tell, on every page of the console, in both languages and both themes.</summary>
public sealed class ConsoleAccessibilityTests(ReunionSurface scene, Browser browser) : IClassFixture<ReunionSurface>, IClassFixture<Browser>
{
    private static readonly AxeRunOptions All = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    // What differs between the themes.
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    // The theme is an attribute of the page and one sheet of colours of the component library.
    private const string Sheet = "[...document.querySelectorAll('style')].find(s => s.textContent.includes('--mud-palette-primary:'))";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_the_console_is_accessible()
    {
        var pages = await PrepareAsync();
        var templates = typeof(ReunionHost).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);
        Assert.Empty(templates.Except(pages.Select(p => p.Template)));

        var found = await Task.WhenAll(WalkAsync("zh-CN", ["dark", "light"], pages), WalkAsync("en-US", ["light", "dark"], pages));
        Assert.True(found.All(f => f.Count == 0), string.Join('\n', found.SelectMany(f => f)));
    }

    private async Task<IReadOnlyList<string>> WalkAsync(string language, string[] themes, IReadOnlyList<PageToCheck> pages)
    {
        List<string> found = [];
        var person = new Person(await browser.OpenAsync(language), scene.ConsoleUrl);
        await person.Page.Context.AddCookiesAsync([Theme(themes[0])]);
        foreach (var page in pages.Where(p => !p.NeedsAccount))
            await CheckAsync(person, page, language, themes, "", found);
        await person.SignInAsync("officer@reunion.demo");
        var sheet = await SheetAsync(person, themes[1]);
        await person.Page.Context.AddCookiesAsync([Theme(themes[0])]);
        foreach (var page in pages.Where(p => p.NeedsAccount))
            await CheckAsync(person, page, language, themes, sheet, found);
        return found;
    }

    private async Task<string> SheetAsync(Person person, string theme)
    {
        await person.Page.Context.AddCookiesAsync([Theme(theme)]);
        await person.GoAsync("/cases");
        await person.See("case-row").First.WaitForAsync();
        return await person.Page.EvaluateAsync<string>($"{Sheet}.textContent");
    }

    private Cookie Theme(string theme) => new() { Name = "reunion.theme", Value = theme, Url = scene.ConsoleUrl.ToString() };

    private static async Task CheckAsync(Person person, PageToCheck page, string language, string[] themes, string sheet, List<string> found)
    {
        await person.GoAsync(page.Path);
        await person.Page.Locator(page.Ready).First.WaitForAsync();
        if (page.Open is { } open)
            await open(person);
        // What is still counted or loaded has come when the page has been still for a moment.
        await person.Page.EvaluateAsync("new Promise(r => setTimeout(r, 150))");
        await RequireAsync(person, All, $"{page.Name} {language} {themes[0]}", found);
        // No colour on its way to another is looked at.
        await person.Page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = "* { transition: none !important; animation: none !important; }" });
        await person.Page.EvaluateAsync(
            $"([theme, sheet]) => {{ document.documentElement.dataset.theme = theme; const own = {Sheet}; if (own) own.textContent = sheet; return new Promise(requestAnimationFrame); }}",
            new[] { themes[1], sheet });
        await RequireAsync(person, Colours, $"{page.Name} {language} {themes[1]}", found);
    }

    private static async Task RequireAsync(Person person, AxeRunOptions rules, string what, List<string> found)
    {
        var result = await person.Page.RunAxe(rules);
        var wrong = result.Violations.SelectMany(v => v.Nodes.Where(n => !IsPlace(v, n)).Select(n =>
            $"{what}: {v.Id}: {v.Help}: {n.Html} {string.Join(", ", n.Any.Concat(n.All).Concat(n.None).Select(a => a.Message))}")).ToList();
        if (wrong.Count > 0)
            await Screenshots.TakeAsync(person.Page, "not-accessible-" + what.Replace(' ', '-'));
        found.AddRange(wrong);
    }

    // Two things at one place on a map lie over each other; where they lie is what the map is for (2.5.8, essential).
    private static bool IsPlace(AxeResultItem rule, AxeResultNode node) =>
        rule.Id == "target-size" && node.Html.Contains("leaflet-marker-icon", StringComparison.Ordinal);

    // One person with all roles, so that every page can be opened in one sitting.
    private async Task<IReadOnlyList<PageToCheck>> PrepareAsync()
    {
        var officer = await scene.ReadAsync(db => Task.FromResult(db.Set<Account>().Where(a => a.Email == "officer@reunion.demo").Select(a => a.Id).Single()));
        await scene.Get<ChangeRoles>().ExecuteAsync(TestActors.Admin, officer, [Roles.Officer, Roles.Supervisor, Roles.Admin], Cancel);
        var partner = await scene.AddPartnerAsync(drills: true);
        var (live, over) = (await scene.IssueAsync(), await scene.IssueAsync(name: "孟小鸥"));
        await scene.CloseAsync(over);
        var draft = TypedId.New<CaseId>(scene.Get<TimeProvider>());
        var file = TestFiles.Case();
        (file.LastSeenAtUtc, file.ReportedAtUtc) = (scene.Get<TimeProvider>().GetUtcNow().AddMinutes(-30), null);
        await scene.Get<FileCase>().ExecuteAsync(TestActors.Officer, draft, file, PhotoCleaner.Clean(DrawnFace.Encode()), Cancel);
        var tip = await TipAsync(live.Alert.Id, "在萧山站看见她", DrawnFace.Encode());
        await scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, (await TipAsync(live.Alert.Id, "在西湖边看见她")).TipId, 0, "camera", true, Cancel);
        await scene.Get<ReviewTip>().DismissAsync(TestPeople.Supervisor, (await TipAsync(live.Alert.Id, "没有看见")).TipId, 0, "nothing", Cancel);

        return
        [
            new("login", "/account/login", "/account/login", "#email") { NeedsAccount = false },
            new("setup", "/setup", "/setup", "body") { NeedsAccount = false },
            new("map", "/", "/", "[data-testid=strip-alert]")
                { Open = async p => { await p.ClickAsync("strip-alert"); await p.See("alert-drawer").WaitForAsync(); await p.ClickAsync("user-menu"); } },
            new("cases", "/cases", "/cases", "[data-testid=case-row]"),
            new("case-new", "/cases/new", "/cases/new", "[data-testid=submit-case]")
                { Open = async p => { await p.ClickAsync("submit-case"); await p.See("case-name-error").WaitForAsync(); } },
            new("case-draft", "/cases/{Id}", $"/cases/{draft}", "[data-testid=issue-alert]"),
            new("case-issue", "/cases/{Id}", $"/cases/{draft}", "[data-testid=issue-alert]")
                { Open = async p => { await p.ClickAsync("issue-alert"); await p.See("reach-now").WaitForAsync(); } },
            new("case-live", "/cases/{Id}", $"/cases/{live.Case.Id}", "[data-testid=export-menu]")
                { Open = p => p.See("export-menu").Locator("summary").ClickAsync() },
            new("case-closed", "/cases/{Id}", $"/cases/{over.Case.Id}", "[data-testid=outcome-banner]"),
            new("tips", "/tips", $"/tips?tip={tip.TipId}", "[data-testid=tip-detail]")
                { Open = async p => { await p.ClickAsync("tip-verify"); await p.See("verify-with-circle").CheckAsync(); await p.See("sighting-now").WaitForAsync(); } },
            new("partners", "/partners", "/partners", "[data-testid=partner-row]"),
            new("partner", "/partners/{Id}", $"/partners/{partner.Id}", "[data-testid=save-partner]"),
            new("analytics", "/analytics", "/analytics", "[data-testid=figure-open]"),
            new("people", "/admin/people", "/admin/people", "table tbody tr"),
            new("schedules", "/admin/schedules", "/admin/schedules", "[data-testid=schedule]"),
            new("audit", "/admin/audit", "/admin/audit", "[data-testid=audit-entry]"),
            new("password", "/account/password", "/account/password", "input[type=password]"),
            new("denied", "/account/denied", "/account/denied", "h1"),
            new("not-found", "/not-found", "/nothing-here", "h1"),
            new("error", "/error", "/error", "h1"),
        ];
    }

    private Task<TipReceipt> TipAsync(AlertId alert, string text, params byte[][] photos) => scene.Get<SubmitTip>().ExecuteAsync(alert, new TipForm
    {
        Kind = TipKind.Sighting, Text = text, Contact = "13800000000", Latitude = 30.3, Longitude = 120.2, Place = "萧山站",
        Photos = [.. photos.Select(p => new PhotoUpload("photo.jpg", p))],
    }, Cancel);
}
