using Reunion.Core.Common;

namespace Reunion.Core.Cases;

/// <summary>A line in the list of cases.</summary>
/// <param name="Id">Identifies the case.</param>
/// <param name="ChildName">Who is missing.</param>
/// <param name="Sex">The child's sex.</param>
/// <param name="BirthDate">The child's birth date.</param>
/// <param name="Place">Where the child was last seen, in words.</param>
/// <param name="LastSeenAtUtc">When the child was last seen.</param>
/// <param name="Status">Where the case stands.</param>
/// <param name="Outcome">How it ended, once closed.</param>
/// <param name="ClosedAtUtc">When it was closed.</param>
/// <param name="FiledByName">Who filed it.</param>
/// <param name="FiledAtUtc">When it was filed.</param>
/// <param name="PhotoId">The photo.</param>
/// <param name="IsOwn">Whether the case belongs to the reader's unit.</param>
public sealed record CaseSummary(
    CaseId Id, string ChildName, Sex Sex, DateOnly BirthDate, string Place, DateTimeOffset LastSeenAtUtc, CaseStatus Status,
    Outcome? Outcome, DateTimeOffset? ClosedAtUtc, string FiledByName, DateTimeOffset FiledAtUtc, PhotoId? PhotoId, bool IsOwn);
