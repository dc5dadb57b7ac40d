using Reunion.Core.Common;
using Reunion.Core.Tips.Board;
using Reunion.Core.Tips.Scores;
using Reunion.Tests.Tips.Scores;

namespace Reunion.Tests.Console.Tips;

/// <summary>Tips on a board for screens to show; fictional.</summary>
internal static class BoardSamples
{
    public static BoardTip Tip(Func<TipRow, TipRow>? change = null, ScoreScene? scene = null)
    {
        var row = change is null ? Scenes.Tip() : change(Scenes.Tip());
        return new BoardTip { Alert = default, Row = row, Others = 0, Score = TipScorer.Score(row, 0, scene ?? Scenes.Scene()) };
    }

    public static BoardSnapshot Board(ScoreScene scene, params BoardTip[] tips) => new(default(AlertId), "小雨", scene, tips, []);
}
