namespace Reunion.Core.Common.Problems;

/// <summary>What went wrong, in the few ways that a caller can act on; each maps to one HTTP status.</summary>
public enum ProblemKind
{
    /// <summary>The input is wrong (400).</summary>
    Invalid,

    /// <summary>The caller may not do this (403).</summary>
    Forbidden,

    /// <summary>No such thing, or none that the caller may know of (404).</summary>
    NotFound,

    /// <summary>Somebody was faster, or the thing is in another state by now (409).</summary>
    Conflict,

    /// <summary>It was there and is over (410).</summary>
    Gone,

    /// <summary>The input is larger than the limit (413).</summary>
    TooLarge,
}
