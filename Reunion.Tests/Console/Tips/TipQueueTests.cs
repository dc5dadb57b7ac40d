using Reunion.Console.Components.Pages.Tips;
using Reunion.Core.Tips.Board;

namespace Reunion.Tests.Console.Tips;

public sealed class TipQueueTests
{
    private readonly BoardTip _old = BoardSamples.Tip();
    private readonly BoardTip _newer = BoardSamples.Tip();
    private readonly TipQueue _queue = new();

    [Fact]
    public void An_empty_queue_shows_what_comes_at_once()
    {
        _queue.Update([_old]);
        Assert.Equal([_old], _queue.Shown);
        Assert.Equal(0, _queue.Arrived);
    }

    [Fact]
    public void What_comes_later_waits_until_it_is_asked_for()
    {
        _queue.Update([_old]);
        _queue.Update([_newer, _old]);
        Assert.Equal([_old], _queue.Shown);
        Assert.Equal(1, _queue.Arrived);

        _queue.ShowAll();
        Assert.Equal([_newer, _old], _queue.Shown);
        Assert.Equal(0, _queue.Arrived);
    }

    [Fact]
    public void A_line_stays_where_it_is_also_when_the_order_changes_or_it_leaves_the_filter()
    {
        _queue.Update([_newer, _old]);
        _queue.Update([_old, _newer]);
        _queue.Update([_old]);
        Assert.Equal([_newer, _old], _queue.Shown);
        Assert.Equal(0, _queue.Arrived);
        _queue.ShowAll();
        Assert.Equal([_old], _queue.Shown);
    }

    [Fact]
    public void Keys_move_through_the_list_and_stop_at_its_ends()
    {
        Assert.Null(_queue.Move(null, 1));
        _queue.Update([_newer, _old]);
        Assert.Equal(_newer, _queue.Move(null, 1));
        Assert.Equal(_old, _queue.Move(_newer.Id, 1));
        Assert.Equal(_old, _queue.Move(_old.Id, 1));
        Assert.Equal(_newer, _queue.Move(_old.Id, -1));
        Assert.Equal([0, 1, null], new[] { _newer.Id, _old.Id, BoardSamples.Tip().Id }.Select(id => _queue.PlaceOf(id)));
    }

    [Fact]
    public void With_Shift_all_lines_between_two_are_meant()
    {
        BoardTip[] tips = [.. Enumerable.Range(0, 5).Select(_ => BoardSamples.Tip())];
        _queue.Update(tips);
        Assert.Equal(tips[1..4].Select(t => t.Id), _queue.Between(tips[3].Id, tips[1].Id));
        Assert.Equal([tips[2].Id], _queue.Between(null, tips[2].Id));
        Assert.Empty(_queue.Between(tips[0].Id, BoardSamples.Tip().Id));
    }
}
