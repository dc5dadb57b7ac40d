using Reunion.Console.Components.Pages.Tips;
using Reunion.Core.Common;
using Reunion.Core.Tips;
using Reunion.Tests.Console.Map;

namespace Reunion.Tests.Console.Tips;

public sealed class TipQueueTests
{
    private readonly TipSummary _old = Tip();
    private readonly TipSummary _newer = Tip();
    private readonly TipQueue _queue = new();

    [Fact]
    public void An_empty_queue_shows_what_comes_at_once()
    {
        _queue.Update([_old], null);
        Assert.Equal([_old], _queue.Shown);
        Assert.Equal(0, _queue.Arrived);
    }

    [Fact]
    public void What_comes_later_waits_until_it_is_asked_for()
    {
        _queue.Update([_old], null);
        _queue.Update([_newer, _old], null);
        Assert.Equal([_old], _queue.Shown);
        Assert.Equal(1, _queue.Arrived);

        _queue.ShowAll();
        Assert.Equal([_newer, _old], _queue.Shown);
        Assert.Equal(0, _queue.Arrived);
    }

    [Fact]
    public void A_tip_in_the_list_changes_in_its_place()
    {
        _queue.Update([_newer, _old], null);
        _queue.Update([_newer, _old with { Review = TipReview.Verified }], null);
        Assert.Equal([TipReview.New, TipReview.Verified], _queue.Shown.Select(t => t.Review));
    }

    [Fact]
    public void The_tip_being_looked_at_stays_although_it_left_the_filter()
    {
        _queue.Update([_newer, _old], null);
        var decided = _old with { Review = TipReview.Dismissed };
        _queue.Update([_newer], decided);
        Assert.Equal([_newer, decided], _queue.Shown);
        _queue.Update([_newer], _newer);
        Assert.Equal([_newer], _queue.Shown);
    }

    [Fact]
    public void Keys_move_through_the_list_and_stop_at_its_ends()
    {
        _queue.Update([_newer, _old], null);
        Assert.Equal(_newer, _queue.Move(null, 1));
        Assert.Equal(_old, _queue.Move(_newer.Id, 1));
        Assert.Equal(_old, _queue.Move(_old.Id, 1));
        Assert.Equal(_newer, _queue.Move(_old.Id, -1));
    }

    private static TipSummary Tip() => new(
        TipId.From(Guid.NewGuid()), default, TipKind.Sighting, "seen", null, null, null, "", "", TipSource.PublicPage, null, false,
        MapSamples.Now, TipReview.New, "", "", [], 0, 0);
}
