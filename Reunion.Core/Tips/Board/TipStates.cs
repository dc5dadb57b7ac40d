namespace Reunion.Core.Tips.Board;

/// <summary>Which states of review a query asks for.</summary>
public enum TipStates
{
    /// <summary>Those that wait for a decision: new and in review.</summary>
    Open,

    /// <summary>All.</summary>
    All,

    /// <summary>New ones.</summary>
    New,

    /// <summary>Those that somebody looks into.</summary>
    InReview,

    /// <summary>Verified ones.</summary>
    Verified,

    /// <summary>Dismissed ones.</summary>
    Dismissed,

    /// <summary>Duplicates.</summary>
    Duplicate,
}
