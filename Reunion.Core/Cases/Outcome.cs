namespace Reunion.Core.Cases;

/// <summary>How a case ended.</summary>
public enum Outcome
{
    /// <summary>The child is back and well.</summary>
    FoundSafe,

    /// <summary>The child is back and hurt.</summary>
    FoundInjured,

    /// <summary>The child was found dead.</summary>
    FoundDeceased,

    /// <summary>The alert should never have gone out.</summary>
    IssuedInError,

    /// <summary>The search is no longer run in public.</summary>
    Withdrawn,
}
