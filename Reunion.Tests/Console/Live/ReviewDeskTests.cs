using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Reunion.Console.Live;
using Reunion.Core.Common;
using Reunion.Core.Live;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Live;

public sealed class ReviewDeskTests
{
    private static readonly TipId First = TipId.From(Guid.NewGuid());
    private static readonly TipId Second = TipId.From(Guid.NewGuid());

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Two_reviewers_of_one_tip_see_each_other_and_the_own_other_window_does_not_count()
    {
        var (desk, _) = Desk();
        var (mine, other, theirs) = (new object(), new object(), new object());
        desk.Look(mine, TestPeople.Supervisor, First);
        desk.Look(other, TestPeople.Supervisor, First);
        desk.Look(theirs, TestPeople.Officer, First);
        Assert.Equal([TestPeople.Officer.Name], desk.Others(First, TestPeople.Supervisor.AccountId));
        Assert.Equal([TestPeople.Supervisor.Name], desk.Others(First, TestPeople.Officer.AccountId));

        desk.Look(theirs, TestPeople.Officer, Second);
        Assert.Empty(desk.Others(First, TestPeople.Supervisor.AccountId));
        Assert.Single(desk.Others(Second, TestPeople.Supervisor.AccountId));
        desk.Leave(theirs);
        Assert.Empty(desk.Others(Second, TestPeople.Supervisor.AccountId));
    }

    [Fact]
    public void A_window_that_nobody_touches_looks_at_nothing_after_ten_minutes()
    {
        var (desk, _) = Desk();
        desk.Look(this, TestPeople.Officer, First);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(desk.Others(First, null));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(desk.Others(First, null));
    }

    [Fact]
    public void Who_comes_back_to_the_same_tip_is_told_of_again()
    {
        var (desk, told) = Desk();
        desk.Look(this, TestPeople.Officer, First);
        _clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        desk.Look(this, TestPeople.Officer, First);
        desk.Look(this, TestPeople.Officer, First);
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public void Screens_are_told_when_somebody_turns_to_another_tip_and_only_then()
    {
        var (desk, told) = Desk();
        desk.Look(this, TestPeople.Officer, First);
        desk.Look(this, TestPeople.Officer, First);
        desk.Look(this, TestPeople.Officer, Second);
        desk.Look(this, TestPeople.Officer, null);
        desk.Leave(this);
        Assert.Equal(3, told.Count);
    }

    private (ReviewDesk Desk, List<LiveEvent> Told) Desk()
    {
        var told = new List<LiveEvent>();
        var live = new LiveFeed(_clock, NullLogger<LiveFeed>.Instance);
        live.Tap(told.Add);
        return (new ReviewDesk(live, _clock), told);
    }
}
