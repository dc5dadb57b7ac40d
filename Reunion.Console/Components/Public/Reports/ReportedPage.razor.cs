using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;
using Reunion.Core.Cases.Reporting;

namespace Reunion.Console.Components.Public.Reports;

/// <summary>The page of who reported a child: that it arrived, what happens next, whom to call.</summary>
public sealed partial class ReportedPage
{
    [Parameter, EditorRequired]
    public string Code { get; set; } = "";

    [Parameter, EditorRequired]
    public ReportProgress Report { get; set; } = null!;

    /// <summary>The code of the alert's page, once an alert is public.</summary>
    [Parameter]
    public string? AlertCode { get; set; }

    private string Grouped => string.Join(' ', Code.Chunk(4).Select(c => new string(c)));

    private string State => Report.Status switch
    {
        CaseStatus.Closed => "ReportedClosed",
        CaseStatus.Active => "ReportedActive",
        _ when Report.IsRead => "ReportedRead",
        _ => "ReportedNew",
    };
}
