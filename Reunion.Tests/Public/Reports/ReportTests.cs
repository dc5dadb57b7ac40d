using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Cases.Reporting;
using Reunion.Core.Common.People;
using Reunion.Core.Live;
using Reunion.Core.Storage;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Public.Reports;

public sealed class ReportTests(ReunionApp app) : IClassFixture<ReunionApp>
{
    private static readonly Actor Officer = new("officer-of-tests", "Test Officer", "330106", "Test Unit", [Roles.Officer]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    [Fact]
    public async Task A_parents_report_is_a_draft_of_the_unit_of_the_place_told_at_once_and_published_nowhere()
    {
        List<LiveEvent> told = [];
        Get<LiveFeed>().Tap(told.Add);
        using var browser = PublicReader.Browser(app.PublicUrl);
        Assert.Contains("action=\"/report\"", await browser.GetStringAsync("report", Cancel), StringComparison.Ordinal);
        using var form = Form("赵小满");
        using var answer = await browser.PostAsync("report", form, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var location = answer.Headers.Location!.ToString()[1..];
        Assert.Matches("^report/[0-9A-HJKMNP-TV-Z]{16}$", location);

        var draft = await CaseAsync("赵小满");
        Assert.Equal((CaseStatus.Draft, "330106", "13800000000"), (draft.Status, draft.UnitCode, draft.ReporterPhone));
        Assert.Equal(new ChildReported(draft.Id, "330106"), Assert.Single(told.OfType<ChildReported>()));
        Assert.Contains(draft.Id, await Get<ReadReports>().UnreadAsync(Officer, Cancel));
        Assert.DoesNotContain("赵小满", WebUtility.HtmlDecode(await browser.GetStringAsync("", Cancel)), StringComparison.Ordinal);
        Assert.False(await ReadAsync(db => db.Set<Alert>().AnyAsync(a => a.CaseId == draft.Id, Cancel)));

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(location, Cancel));
        foreach (var part in new[] { "told about 赵小满", "href=\"tel:110\"", draft.ContactUnit, "What happens next" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        await Get<ReadCases>().OpenAsync(Officer, draft.Id, Cancel);
        Assert.DoesNotContain(draft.Id, await Get<ReadReports>().UnreadAsync(Officer, Cancel));
        Assert.Contains("is looking into the report", await browser.GetStringAsync(location, Cancel), StringComparison.Ordinal);
        await Get<IssueAlert>().ExecuteAsync(Officer, draft.Id, draft.Version, new IssueRequest(AlertMode.Actual, ClockStart.Report), Cancel);
        Assert.Contains("href=\"/a/", await browser.GetStringAsync(location, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_clicks_are_one_report()
    {
        using var browser = PublicReader.Browser(app.PublicUrl);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.PostAsync("report", Form("钱小暑"), Cancel)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await ReadAsync(db => db.Set<Case>().CountAsync(c => c.Child.Name == "钱小暑", Cancel)));
    }

    [Fact]
    public async Task Wrong_fields_come_back_with_everything_that_was_entered()
    {
        using var browser = PublicReader.Browser(app.PublicUrl);
        using var answer = await browser.PostAsync("report", PublicReader.Form(new
        {
            name = "孙\"小\"寒",
            sex = "other",
            birthDate = "1990-01-01",
            heightCm = "tall",
            place = "某处",
            lastSeenAt = "2126-01-01T10:00",
            reporterName = "孙",
            reporterPhone = "call me",
        }), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        foreach (var part in new[] { "value=\"孙\"小\"寒\"", "id=\"report-heightCm-error\"", "id=\"report-reporterPhone-error\"", "value=\"call me\"" })
            Assert.Contains(part, html, StringComparison.Ordinal);

        using var words = await browser.PostAsync("report", PublicReader.Form(new
        {
            name = "孙小寒",
            sex = "male",
            birthDate = "1990-01-01",
            place = "某处",
            lastSeenAt = "2126-01-01T10:00",
            reporterName = "孙",
            reporterPhone = "110",
        }), Cancel);
        html = await words.Content.ReadAsStringAsync(Cancel);
        foreach (var field in new[] { "birthDate", "place", "lastSeenAt", "photo" })
            Assert.Contains($"id=\"report-{field}-error\"", html, StringComparison.Ordinal);
        Assert.False(await ReadAsync(db => db.Set<Case>().AnyAsync(c => c.Child.Name == "孙小寒", Cancel)));
    }

    [Fact]
    public async Task A_report_that_nobody_has_is_404()
    {
        using var browser = PublicReader.Browser(app.PublicUrl);
        foreach (var code in new[] { "0000000000000000", "short", new string('x', 300) })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"report/{code}", Cancel)).StatusCode);
    }

    private static MultipartFormDataContent Form(string name)
    {
        var form = PublicReader.Form(new
        {
            key = "0123456789abcdef0123456789abcdef",
            name,
            sex = "female",
            birthDate = "2017-05-01",
            place = "杭州市西湖区文三路小学",
            lat = "",
            lon = "",
            lastSeenAt = "2026-11-23T16:30",
            clothing = "红色外套",
            reporterName = "家长",
            reporterPhone = "13800000000",
        });
        form.Add(new ByteArrayContent(TestPhotos.JpegWithExif()), "photo", "photo.jpg");
        return form;
    }

    private Task<Case> CaseAsync(string name) => ReadAsync(db => db.Set<Case>().SingleAsync(c => c.Child.Name == name, Cancel));

    private async Task<T> ReadAsync<T>(Func<ReunionDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }
}
