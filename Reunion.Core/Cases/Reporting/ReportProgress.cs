using Reunion.Core.Common;

namespace Reunion.Core.Cases.Reporting;

/// <summary>What who reported a child may know of the case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ChildName">Who is missing.</param>
/// <param name="Status">Where the case stands.</param>
/// <param name="ReportedAtUtc">When the report came in.</param>
/// <param name="IsRead">Whether an officer has opened it.</param>
/// <param name="ContactUnit">The unit that has it.</param>
/// <param name="ContactPhone">The number to call.</param>
public sealed record ReportProgress(
    CaseId CaseId, string ChildName, CaseStatus Status, DateTimeOffset ReportedAtUtc, bool IsRead, string ContactUnit, string ContactPhone);
