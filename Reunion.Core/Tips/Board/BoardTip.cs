using Reunion.Core.Common;
using Reunion.Core.Tips.Scores;

namespace Reunion.Core.Tips.Board;

/// <summary>A tip on the board: its row and what it comes to among the others. Immutable.</summary>
public sealed class BoardTip
{
    private string? _folded;

    /// <summary>The alert it answers.</summary>
    public required AlertId Alert { get; init; }

    /// <summary>Its row.</summary>
    public required TipRow Row { get; init; }

    /// <summary>How many others name the same place and time, up to 99.</summary>
    public required int Others { get; init; }

    /// <summary>How much speaks for it.</summary>
    public required TipScore Score { get; init; }

    /// <summary>The cluster it is in, if any.</summary>
    public TipCluster? Cluster { get; init; }

    /// <summary>Identifies the tip.</summary>
    public TipId Id => Row.Id;

    /// <summary>What its version was: a decision names it.</summary>
    public TipMark Mark => new(Row.Id, Row.Version);

    /// <summary>Whether its place lies in a circle; null when it names none.</summary>
    public bool? IsInside => Row.Latitude is null ? null : Score.Facts.Any(f => f.Reason == ScoreReason.InsideCircle);

    // Folding costs more than searching; a text never changes.
    internal string Folded => _folded ??= TipSearch.Fold($"{Row.Text}\n{Row.Place}");

    internal bool IsAs(TipRow row, int others) => Others == others && Row == row;

    internal BoardTip With(TipRow row, int others, TipScore score, TipCluster? cluster) => new()
    {
        Alert = Alert, Row = row, Others = others, Score = score, Cluster = cluster,
        _folded = row.Text == Row.Text && row.Place == Row.Place ? _folded : null,
    };
}
