using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Common.Text;
using Reunion.Core.Geography;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Alerts;

public sealed class IssueAlertTests
{
    [Theory, OnBothDatabases]
    public async Task An_alert_opens_one_circle_where_the_child_was_last_seen(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var alert = await FindAsync(scene, await scene.IssuedAsync());
        var circle = Assert.Single(alert.Circles);
        Assert.Equal((30.2741, 120.1551), (circle.Latitude, circle.Longitude));
        Assert.Equal((AlertStatus.Live, 1), (alert.Status, alert.Revision));
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{8}$", alert.Code);
        Assert.Equal(alert.Id.ToString(), Assert.Single(scene.Woken));
    }

    [Fact]
    public async Task The_circle_opens_where_the_officer_left_it_and_the_place_last_seen_stays()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var request = new IssueRequest(AlertMode.Actual, ClockStart.Report, Centre: new GeoPoint(30.5, 120.9));
        var facts = await scene.Get<ReadAlerts>().FindAsync(
            await IssueAsync(scene, await scene.FiledAsync(), request), TestContext.Current.CancellationToken);
        Assert.Equal(new GeoPoint(30.5, 120.9), facts!.Alert.Circles.Single().Centre);
        Assert.Equal(new GeoPoint(30.2741, 120.1551), facts.Case.LastSeen.Point);
    }

    [Theory]
    [InlineData(ClockStart.Report, 10)]
    [InlineData(ClockStart.LastSeen, 30)]
    public async Task The_clock_starts_at_the_report_or_when_the_child_was_last_seen(ClockStart start, int minutesAgo)
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var alert = await FindAsync(scene, await IssueAsync(scene, await scene.FiledAsync(), new IssueRequest(AlertMode.Actual, start)));
        Assert.Equal(TestFiles.Now.AddMinutes(-minutesAgo), alert.Circles.Single().ClockStartUtc);
    }

    [Fact]
    public void A_faster_clock_shortens_what_passed_already_as_well()
    {
        var missing = Missing(reportedMinutesAgo: 120);
        Assert.Equal(TestFiles.Now.AddMinutes(-2), AlertPace.ClockStart(missing, ClockStart.Report, TestFiles.Now, timeScale: 60));
        Assert.Equal(3, RadiusSchedule.Reunion.Faster(60).RingsDue(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void A_report_a_moment_ahead_of_our_clock_starts_now() =>
        Assert.Equal(TestFiles.Now, AlertPace.ClockStart(Missing(reportedMinutesAgo: -3), ClockStart.Report, TestFiles.Now, timeScale: 1));

    [Fact]
    public async Task The_officers_own_words_replace_the_proposed_ones_and_empty_ones_are_refused()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var filed = await scene.FiledAsync();
        var empty = new IssueRequest(AlertMode.Actual, ClockStart.Report, new LocalizedText("", "Missing"), new LocalizedText("文", new string('x', 2001)));
        var refused = await Assert.ThrowsAsync<ProblemException>(() => IssueAsync(scene, filed, empty));
        Assert.Equal([new FieldProblem("HeadlineZh", "required"), new FieldProblem("DescriptionEn", "too_long")], refused.Fields);
        var own = new IssueRequest(AlertMode.Exercise, ClockStart.Report, new LocalizedText("题", "Head"));
        var alert = await FindAsync(scene, await IssueAsync(scene, filed, own));
        Assert.Equal(("题", "Head"), (alert.Headline.Zh, alert.Headline.En));
        Assert.Equal(AlertMode.Exercise, alert.Mode);
    }

    [Fact]
    public async Task Only_an_officer_of_the_cases_unit_issues_and_only_from_a_draft_as_it_was_seen()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var filed = await scene.FiledAsync();
        var request = new IssueRequest(AlertMode.Actual, ClockStart.Report);
        Assert.Equal("forbidden", (await RefusalAsync(scene, TestPeople.Supervisor, filed, 0)).Code);
        Assert.Equal("forbidden", (await RefusalAsync(scene, TestPeople.Admin, filed, 0)).Code);
        Assert.Equal("not_found", (await RefusalAsync(scene, TestPeople.OfficerElsewhere, filed, 0)).Code);
        Assert.Equal("changed_meanwhile", (await RefusalAsync(scene, TestPeople.Officer, filed, 7)).Code);
        await IssueAsync(scene, filed, request);
        Assert.Equal("not_a_draft", (await RefusalAsync(scene, TestPeople.Officer, filed, 1)).Code);
    }

    private static Task<ProblemException> RefusalAsync(TestScene scene, Actor actor, CaseId filed, int version) => Assert.ThrowsAsync<ProblemException>(
        () => scene.Get<IssueAlert>().ExecuteAsync(actor, filed, version, new IssueRequest(AlertMode.Actual, ClockStart.Report)));

    private static Task<AlertId> IssueAsync(TestScene scene, CaseId filed, IssueRequest request) =>
        scene.Get<IssueAlert>().ExecuteAsync(TestPeople.Officer, filed, 0, request);

    private static async Task<Alert> FindAsync(TestScene scene, AlertId id) => (await scene.Get<ReadAlerts>().FindAsync(id))!.Alert;

    private static Case Missing(int reportedMinutesAgo) => new()
    {
        Id = new CaseId(Guid.NewGuid()),
        UnitCode = "330106",
        FiledByAccountId = "x",
        FiledByName = "x",
        FiledAtUtc = TestFiles.Now,
        ReportedAtUtc = TestFiles.Now.AddMinutes(-reportedMinutesAgo),
        Child = new Child(),
        LastSeen = new LastSeen { AtUtc = TestFiles.Now.AddHours(-3) },
    };
}
