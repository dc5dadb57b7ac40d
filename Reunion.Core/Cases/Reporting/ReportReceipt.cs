using Reunion.Core.Common;

namespace Reunion.Core.Cases.Reporting;

/// <summary>What a parent gets back once the report is committed.</summary>
/// <param name="CaseId">The draft.</param>
/// <param name="ReportCode">Opens the parent's page.</param>
public sealed record ReportReceipt(CaseId CaseId, string ReportCode);
