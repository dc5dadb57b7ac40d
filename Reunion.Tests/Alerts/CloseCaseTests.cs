using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Alerts;

public sealed class CloseCaseTests
{
    [Theory, OnBothDatabases]
    public async Task Closing_ends_the_alert_with_the_same_outcome_and_a_new_revision(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var filed = await scene.FiledAsync();
        var id = await scene.IssuedAsync(filed);
        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, filed, Outcome.FoundInjured, TestContext.Current.CancellationToken);
        var (alert, missing) = (await scene.Get<ReadAlerts>().FindAsync(id, TestContext.Current.CancellationToken))!;
        Assert.Equal((AlertStatus.Ended, Outcome.FoundInjured, 2), (alert.Status, alert.Outcome, alert.Revision));
        Assert.Equal((CaseStatus.Closed, Outcome.FoundInjured), (missing.Status, missing.Outcome));
        Assert.Equal(scene.Clock.GetUtcNow(), alert.EndedAtUtc);
        var revisions = (await scene.RowsAsync<AlertRevision>()).OrderBy(r => r.Number).Select(r => r.Change);
        Assert.Equal([AlertChange.Issued, AlertChange.Ended], revisions);
    }

    [Fact]
    public async Task A_draft_without_an_alert_can_be_withdrawn_and_a_closed_case_not_closed_again()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var filed = await scene.FiledAsync();
        await scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, filed, Outcome.Withdrawn, TestContext.Current.CancellationToken);
        var again = await Assert.ThrowsAsync<ProblemException>(
            () => scene.Get<CloseCase>().ExecuteAsync(TestPeople.Officer, filed, Outcome.FoundSafe, TestContext.Current.CancellationToken));
        Assert.Equal((ProblemKind.Conflict, "case_closed"), (again.Kind, again.Code));
        Assert.Empty(scene.Woken);
    }

    [Theory]
    [InlineData("officer", Outcome.FoundSafe, true)]
    [InlineData("officer", Outcome.IssuedInError, true)]
    [InlineData("elsewhere", Outcome.FoundSafe, false)]
    [InlineData("supervisor", Outcome.FoundSafe, false)]
    [InlineData("supervisor", Outcome.IssuedInError, true)]
    [InlineData("supervisor", Outcome.Withdrawn, true)]
    [InlineData("admin", Outcome.IssuedInError, false)]
    public async Task The_own_unit_closes_a_supervisor_only_takes_back(string who, Outcome outcome, bool may)
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var filed = await scene.FiledAsync();
        await scene.IssuedAsync(filed);
        var actor = who switch
        {
            "officer" => TestPeople.Officer,
            "elsewhere" => TestPeople.OfficerElsewhere,
            "supervisor" => TestPeople.Supervisor,
            _ => TestPeople.Admin,
        };
        var problem = await Record.ExceptionAsync(
            () => scene.Get<CloseCase>().ExecuteAsync(actor, filed, outcome, TestContext.Current.CancellationToken));
        Assert.Equal(may ? null : "forbidden", (problem as ProblemException)?.Code);
        Assert.Equal(may ? CaseStatus.Closed : CaseStatus.Active, (await scene.RowsAsync<Case>()).Single().Status);
    }
}
