using Reunion.Core.Common;

namespace Reunion.Core.Tips.Board;

/// <summary>Which tips of the board, and in what order. Two queries that ask the same are equal.</summary>
public sealed record TipQuery
{
    /// <summary>The longest search text, in characters.</summary>
    public const int MaxSearch = 200;

    /// <summary>Only of this alert; null for every open one.</summary>
    public AlertId? Alert { get; init; }

    /// <summary>Only of this kind; null for all.</summary>
    public TipKind? Kind { get; init; }

    /// <summary>Only in these states.</summary>
    public TipStates States { get; init; }

    /// <summary>Only with at least this score, 0 to 100.</summary>
    public int MinScore { get; init; }

    /// <summary>Only with a place inside (or, false, outside) the circles; null for all.</summary>
    public bool? IsInside { get; init; }

    /// <summary>Only with photos.</summary>
    public bool HasPhoto { get; init; }

    /// <summary>Only assigned to this account; empty for nobody; null for all.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Words that text or place contain; empty for all.</summary>
    public string Search { get; init; } = "";

    /// <summary>In what order.</summary>
    public TipOrder Order { get; init; }

    /// <summary>Whether a tip is asked for, but for the search.</summary>
    /// <param name="tip">The tip.</param>
    public bool Asks(BoardTip tip) =>
        (Alert is null || tip.Alert == Alert)
        && (Kind is null || tip.Row.Kind == Kind)
        && AsksState(tip.Row.Review)
        && tip.Score.Total >= MinScore
        && (IsInside is null || tip.IsInside == IsInside)
        && (!HasPhoto || tip.Row.Photos > 0)
        && (AssignedTo is null || (tip.Row.AssignedToAccountId ?? "") == AssignedTo);

    private bool AsksState(TipReview review) => States switch
    {
        TipStates.All => true,
        TipStates.Open => review is TipReview.New or TipReview.InReview,
        TipStates.New => review == TipReview.New,
        TipStates.InReview => review == TipReview.InReview,
        TipStates.Verified => review == TipReview.Verified,
        TipStates.Dismissed => review == TipReview.Dismissed,
        _ => review == TipReview.Duplicate,
    };
}
