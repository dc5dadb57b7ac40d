using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Reunion.Core.Accounts;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;
using Reunion.Core.Tips;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.EndToEnd;

/// <summary>Reviewing tips as reviewers do: by keys, while tips come in, and two at a time.</summary>
public sealed class TipBoardTests(Browser browser, ReunionApp app) : IClassFixture<Browser>, IClassFixture<ReunionApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reviewer_needs_no_mouse()
    {
        var alert = await AlertAsync();
        for (var i = 1; i <= 5; i++)
            await TipAsync(alert, $"key tip {i}");
        var reviewer = await OpenAsync(alert, 5);

        await PressAsync(reviewer, "j");
        await Expect(reviewer, 5, "aria-pressed", "true");
        await PressAsync(reviewer, "v");
        await Assertions.Expect(reviewer.See("verify-reason")).ToBeFocusedAsync();
        await reviewer.Page.Keyboard.TypeAsync("seen on camera");
        await PressAsync(reviewer, "Control+Enter");
        await Expect(reviewer, 5, "data-review", "Verified");

        await PressAsync(reviewer, "j");
        await Expect(reviewer, 4, "aria-pressed", "true");
        await PressAsync(reviewer, "d");
        await Assertions.Expect(reviewer.See("dismiss-reason")).ToBeFocusedAsync();
        await reviewer.Page.Keyboard.TypeAsync("another child");
        await PressAsync(reviewer, "Control+Enter");
        await Expect(reviewer, 4, "data-review", "Dismissed");
        await PressAsync(reviewer, "z");
        await Expect(reviewer, 4, "data-review", "New");
        await PressAsync(reviewer, "a");
        await Expect(reviewer, 4, "data-review", "InReview");

        await PressAsync(reviewer, "j");
        await Expect(reviewer, 3, "aria-pressed", "true");
        await PressAsync(reviewer, "u");
        await Assertions.Expect(reviewer.See("duplicate-search")).ToBeFocusedAsync();
        await reviewer.Page.Keyboard.TypeAsync("tip 5");
        await Assertions.Expect(reviewer.See("duplicate-candidate")).ToHaveCountAsync(1);
        await PressAsync(reviewer, "Enter");
        await Expect(reviewer, 3, "data-review", "Duplicate");

        await PressAsync(reviewer, "j");
        await PressAsync(reviewer, "x");
        await Assertions.Expect(reviewer.See("bulk-count")).ToHaveTextAsync("1 selected");
        await PressAsync(reviewer, "j");
        await PressAsync(reviewer, "x");
        await Assertions.Expect(reviewer.See("bulk-count")).ToHaveTextAsync("2 selected");
        await PressAsync(reviewer, "d");
        await Assertions.Expect(reviewer.See("bulk-bar").GetByTestId("dismiss-reason")).ToBeFocusedAsync();
        await reviewer.Page.Keyboard.TypeAsync("both too vague");
        await PressAsync(reviewer, "Control+Enter");
        await Expect(reviewer, 1, "data-review", "Dismissed");
        await Expect(reviewer, 2, "data-review", "Dismissed");
        await PressAsync(reviewer, "z");
        await Expect(reviewer, 1, "data-review", "New");

        await PressAsync(reviewer, "r");
        await Assertions.Expect(reviewer.See("talk-reply")).ToBeFocusedAsync();
        await PressAsync(reviewer, "Tab");
        await PressAsync(reviewer, "/");
        await Assertions.Expect(reviewer.See("tip-search")).ToBeFocusedAsync();
        await reviewer.Page.Keyboard.TypeAsync("TIP 2");
        await Assertions.Expect(reviewer.See("tip-line")).ToHaveCountAsync(1);
        await PressAsync(reviewer, "Tab");
        await PressAsync(reviewer, "?");
        await reviewer.See("key-help").WaitForAsync();
        await PressAsync(reviewer, "Escape");
        await Assertions.Expect(reviewer.See("key-help")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nothing_moves_under_the_cursor_while_tips_arrive()
    {
        var alert = await AlertAsync();
        for (var i = 1; i <= 20; i++)
            await TipAsync(alert, $"early tip {i}");
        var reviewer = await OpenAsync(alert, 20);
        await Line(reviewer, "early tip 17").ClickAsync();
        await reviewer.See("tip-detail").WaitForAsync();
        var before = await Line(reviewer, "early tip 17").BoundingBoxAsync();

        for (var i = 1; i <= 12; i++)
            await TipAsync(alert, $"late tip {i}");

        await Assertions.Expect(reviewer.See("tips-new-pill")).ToHaveTextAsync("12 new");
        Assert.Equivalent(before, await Line(reviewer, "early tip 17").BoundingBoxAsync());
        await reviewer.ClickAsync("tips-new-pill");
        await Assertions.Expect(reviewer.See("tip-list")).ToHaveAttributeAsync("data-count", "32");
        await Assertions.Expect(reviewer.See("tip-line").First).ToContainTextAsync("late tip 12");

        // With no hand on the list they come in by themselves.
        await PressAsync(reviewer, "Escape");
        await Assertions.Expect(reviewer.See("tip-detail")).ToHaveCountAsync(0);
        await reviewer.Page.Mouse.MoveAsync(900, 300);
        await TipAsync(alert, "the last tip");
        await Assertions.Expect(reviewer.See("tip-line").First).ToContainTextAsync("the last tip");
        await Assertions.Expect(reviewer.See("tips-new-pill")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_reviewers_of_one_tip_see_each_other_and_the_second_decision_is_refused()
    {
        var alert = await AlertAsync();
        await TipAsync(alert, "a tip for two");
        var (email, password) = await ColleagueAsync();
        var first = await OpenAsync(alert, 1);
        var second = await OpenAsync(alert, 1, email, password);
        foreach (var person in new[] { first, second })
        {
            await Line(person, "a tip for two").ClickAsync();
            await person.See("tip-detail").WaitForAsync();
        }

        await second.See("tip-also-looked").WaitForAsync();
        await Assertions.Expect(first.See("tip-also-looked")).ToContainTextAsync("李娜 is looking at this too");
        await Assertions.Expect(first.See("tip-looker")).ToHaveCountAsync(1);

        await second.ClickAsync("tip-verify");
        await second.FillAsync("verify-reason", "I think so");
        await first.ClickAsync("tip-dismiss");
        await first.FillAsync("dismiss-reason", "another child");
        await first.ClickAsync("dismiss-confirm");
        await Assertions.Expect(Line(first, "a tip for two")).ToHaveAttributeAsync("data-review", "Dismissed");
        await Assertions.Expect(Line(second, "a tip for two")).ToHaveAttributeAsync("data-review", "Dismissed");

        await CloseAsync(second);
        await Assertions.Expect(first.See("tip-also-looked")).ToHaveCountAsync(0);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync(Cancel);
        var tip = await db.Set<Tip>().SingleAsync(t => t.AlertId == alert, Cancel);
        Assert.Equal((TipReview.Dismissed, "another child", 1), (tip.Review, tip.ReviewReason, tip.Version));
    }

    private static ILocator Line(Person reviewer, string text) => reviewer.See("tip-line").Filter(new LocatorFilterOptions { HasText = text });

    private static Task PressAsync(Person reviewer, string key) => reviewer.Page.Keyboard.PressAsync(key);

    private static Task Expect(Person reviewer, int tip, string attribute, string value) => Assertions.Expect(
        Line(reviewer, string.Create(CultureInfo.InvariantCulture, $"key tip {tip}"))).ToHaveAttributeAsync(attribute, value);

    private static async Task CloseAsync(Person person)
    {
        // The first one may only close a form.
        await person.WaitUntilAsync("the tip is closed", async () =>
        {
            await PressAsync(person, "Escape");
            return await person.See("tip-detail").CountAsync() == 0;
        });
        await person.Page.Context.CloseAsync();
    }

    private async Task<Person> OpenAsync(AlertId alert, int tips, string email = "supervisor@reunion.demo", string? password = null)
    {
        var person = new Person(await browser.OpenAsync("en-US"), app.ConsoleUrl);
        if (password is null)
            await person.SignInAsync(email);
        else
            await person.SignInAsync(email, password);
        await person.GoAsync($"/tips?alert={alert}");
        await Assertions.Expect(person.See("tip-list")).ToHaveAttributeAsync("data-count", tips.ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(person.See("tips-page")).ToHaveAttributeAsync("data-keys", "on");
        return person;
    }

    private async Task<AlertId> AlertAsync()
    {
        var services = app.Services;
        await using var db = await services.GetRequiredService<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync(Cancel);
        var account = await db.Set<Account>().SingleAsync(a => a.Email == "officer@reunion.demo", Cancel);
        var officer = new Actor(account.Id, account.DisplayName, account.UnitCode, account.UnitName, [Roles.Officer]);
        var file = TestFiles.Case();
        (file.LastSeenAtUtc, file.ReportedAtUtc) = (DateTimeOffset.UtcNow.AddHours(-2), DateTimeOffset.UtcNow.AddHours(-1));
        var id = await services.GetRequiredService<FileCase>().ExecuteAsync(
            officer, TypedId.New<CaseId>(TimeProvider.System), file, TestFiles.Photo, Cancel);
        return await services.GetRequiredService<IssueAlert>().ExecuteAsync(officer, id, 0, new IssueRequest(AlertMode.Actual, ClockStart.Report), Cancel);
    }

    private async Task TipAsync(AlertId alert, string text)
    {
        var form = TestFiles.Tip();
        (form.Text, form.SeenAtUtc) = (text, DateTimeOffset.UtcNow.AddMinutes(-5));
        await app.Services.GetRequiredService<SubmitTip>().ExecuteAsync(alert, form, Cancel);
    }

    private async Task<(string Email, string Password)> ColleagueAsync()
    {
        const string email = "li.na@reunion.demo";
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync(Cancel);
        var admin = await db.Set<Account>().SingleAsync(a => a.Email == "admin@reunion.demo", Cancel);
        var person = await app.Services.GetRequiredService<CreatePerson>().ExecuteAsync(
            new Actor(admin.Id, admin.DisplayName, admin.UnitCode, admin.UnitName, [Roles.Admin]),
            new PersonInput { Name = "李娜", Email = email, UnitCode = "330100", UnitName = "杭州市公安局", Roles = [Roles.Supervisor] }, Cancel);
        await db.Set<Account>().Where(a => a.Email == email).ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordIsInitial, false), Cancel);
        return (email, person.InitialPassword);
    }
}
