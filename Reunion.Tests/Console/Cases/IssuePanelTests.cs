using Bunit;
using Reunion.Console.Components.Pages.Cases.Issuing;
using Reunion.Console.Components.Pages.Cases.Reading;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Cases;

public sealed class IssuePanelTests
{
    // About 92 km north of where the child was last seen.
    private static readonly GeoPoint North = new(31.1, 120.1551);

    [Fact]
    public async Task A_centre_that_is_moved_is_counted_where_it_is_and_nothing_typed_is_lost()
    {
        await using var context = await CasesContext.CreateAsync();
        var (panel, issue) = await OpenAsync(context);
        Assert.Equal([1, 2], Phones(issue));

        await panel.Find("#headline-en").ChangeAsync("My own words");
        await panel.InvokeAsync(() => panel.Instance.MoveAsync(North));

        Assert.Equal([2, 2], Phones(issue));
        Assert.Equal("My own words", panel.Find("#headline-en").GetAttribute("value"));
        Assert.Equal("My own words", issue.ToRequest().Headline!.En);
        await panel.InvokeAsync(() => panel.Instance.MoveAsync(null));
        Assert.Equal([1, 2], Phones(issue));
        Assert.False(issue.IsMoved);
    }

    [Fact]
    public async Task Of_many_moves_at_once_the_last_is_counted()
    {
        await using var context = await CasesContext.CreateAsync();
        var (panel, issue) = await OpenAsync(context);
        var counted = 0;
        panel.Render(p => p.Add(x => x.OnChanged, () => counted++));

        GeoPoint?[] places = [.. Enumerable.Range(1, 50).Select(i => (GeoPoint?)new GeoPoint(10 + i / 100.0, 100)), North];
        await panel.InvokeAsync(() => Task.WhenAll(places.Select(panel.Instance.MoveAsync)));

        Assert.Equal([2, 2], Phones(issue));
        // The one that was under way, and the last.
        Assert.Equal(2, counted);
    }

    private static IEnumerable<long> Phones(IssueDraft issue) => issue.Steps.Take(2).Select(s => s.Phones);

    private static async Task<(IRenderedComponent<IssuePanel> Panel, IssueDraft Issue)> OpenAsync(CasesContext context)
    {
        var cancel = TestContext.Current.CancellationToken;
        var partner = await context.Scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner("Rides"), cancel);
        context.Scene.Get<PresenceIndex>().Report(partner.Id,
        [
            new PositionReport(1, new GeoPoint(30.3, 120.1551), context.Scene.Clock.GetUtcNow()),
            new PositionReport(2, new GeoPoint(31.9, 120.1551), context.Scene.Clock.GetUtcNow()),
        ]);
        await context.Scene.Get<FileCase>().ExecuteAsync(
            context.Officer, TypedId.New<CaseId>(context.Scene.Clock), TestFiles.Case(), TestFiles.Photo, cancel);
        var missing = Assert.Single(await context.Scene.RowsAsync<Case>());
        var issue = new IssueDraft(missing, context.Scene.Clock.GetUtcNow());
        var view = new CaseView(context.Officer, missing, null, [], [], [], 0);
        var panel = context.Render<IssuePanel>(p => p.Add(x => x.View, view).Add(x => x.Issue, issue));
        panel.WaitForState(() => issue.Steps.Count > 0);
        return (panel, issue);
    }
}
