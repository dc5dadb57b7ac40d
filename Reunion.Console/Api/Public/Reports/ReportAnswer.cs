namespace Reunion.Console.Api.Public.Reports;

/// <summary>What a script that sent a report gets once it is stored.</summary>
/// <param name="ReportCode">Opens the parent's page.</param>
public sealed record ReportAnswer(string ReportCode);
