namespace Reunion.Core.Tips;

/// <summary>Where the review of a tip stands: <c>New → InReview → Verified | Dismissed | Duplicate</c>.</summary>
public enum TipReview
{
    /// <summary>Nobody has looked at it.</summary>
    New,

    /// <summary>Somebody is looking into it.</summary>
    InReview,

    /// <summary>It is true; with a place it is a sighting.</summary>
    Verified,

    /// <summary>It leads nowhere.</summary>
    Dismissed,

    /// <summary>Another tip says the same.</summary>
    Duplicate,
}
