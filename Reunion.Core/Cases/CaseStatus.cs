namespace Reunion.Core.Cases;

/// <summary>Where a case stands: <c>Draft → Active → Closed</c>.</summary>
public enum CaseStatus
{
    /// <summary>Filed; nobody outside the police knows of it.</summary>
    Draft,

    /// <summary>An alert was issued for it.</summary>
    Active,

    /// <summary>Over, with an <see cref="Outcome"/>.</summary>
    Closed,
}
