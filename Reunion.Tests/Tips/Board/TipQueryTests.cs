using Reunion.Core.Common;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;
using Reunion.Core.Tips.Scores;
using Reunion.Tests.Tips.Scores;

namespace Reunion.Tests.Tips.Board;

public sealed class TipQueryTests
{
    [Theory]
    [InlineData("红色外套", 1)]
    [InlineData("红色 出租车", 1)]
    [InlineData("出租车 红色", 1)]
    [InlineData("红色 公交", 0)]
    [InlineData("浙A12345", 1)]
    [InlineData("浙a·12345", 1)]
    [InlineData("浙Ａ １２３４５", 1)]
    [InlineData("断桥", 1)]
    [InlineData("TAXI", 1)]
    [InlineData("  ", 2)]
    [InlineData("!!", 2)]
    public void Words_are_found_in_text_and_place_however_they_are_typed(string typed, int found)
    {
        var board = Board(
            Scenes.Tip() with { Text = "看见一个穿红色外套的女孩上了出租车 (taxi), 车牌浙A·12345", Place = "西湖断桥" },
            Scenes.Tip() with { Text = "a boy in a blue cap" });
        Assert.Equal(found, board.Query(new TipQuery { Search = typed }).Count);
    }

    [Fact]
    public void Each_filter_narrows()
    {
        var plain = Scenes.Tip();
        var board = Board(
            plain, plain with { Id = New(), Kind = TipKind.Ride }, plain with { Id = New(), Photos = 1 },
            plain with { Id = New(), Review = TipReview.Dismissed }, plain with { Id = New(), Review = TipReview.InReview, AssignedToAccountId = "li" },
            Scenes.Tip(Scenes.East(5)), Scenes.Tip(Scenes.East(500)));
        int Count(TipQuery query) => board.Query(query).Count;
        Assert.Equal(6, Count(new TipQuery()));
        Assert.Equal(7, Count(new TipQuery { States = TipStates.All }));
        Assert.Equal(1, Count(new TipQuery { States = TipStates.Dismissed }));
        Assert.Equal(1, Count(new TipQuery { States = TipStates.InReview }));
        Assert.Equal(1, Count(new TipQuery { Kind = TipKind.Ride }));
        Assert.Equal(1, Count(new TipQuery { HasPhoto = true }));
        Assert.Equal(1, Count(new TipQuery { IsInside = true }));
        Assert.Equal(1, Count(new TipQuery { IsInside = false }));
        Assert.Equal(1, Count(new TipQuery { AssignedTo = "li" }));
        Assert.Equal(5, Count(new TipQuery { AssignedTo = "" }));
        Assert.Equal(2, Count(new TipQuery { MinScore = 15 }));
        Assert.Equal(0, Count(new TipQuery { Alert = new AlertId(Guid.NewGuid()) }));
    }

    [Fact]
    public void The_best_come_first_and_equals_stay_newest_first()
    {
        TipRow[] rows = [Scenes.Tip(), Scenes.Tip() with { Photos = 1 }, Scenes.Tip(), Scenes.Tip() with { Photos = 2 }];
        Assert.Equal(
            [rows[1].Id, rows[3].Id, rows[0].Id, rows[2].Id], Board(rows).Query(new TipQuery { Order = TipOrder.Score }).Select(t => t.Id));
    }

    [Fact]
    public void Who_asks_the_same_is_handed_the_same_list()
    {
        var board = Board(Scenes.Tip());
        Assert.Same(board.Query(new TipQuery { Search = "seen" }), board.Query(new TipQuery { Search = "seen" }));
        Assert.NotSame(board.Query(new TipQuery { Search = "seen" }), board.Query(new TipQuery()));
    }

    private static TipId New() => TipId.From(Guid.NewGuid());

    private static BoardSnapshot Board(params TipRow[] rows) => new(
        default, "小雨", Scenes.Scene(),
        [.. rows.Select(r => new BoardTip { Alert = default, Row = r, Others = 0, Score = TipScorer.Score(r, 0, Scenes.Scene()) })], []);
}
