using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;
using Reunion.Core.Tips.Export;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Files with the tips of an alert. Show it to those who may review tips.</summary>
public sealed partial class ExportMenu
{
    [Parameter, EditorRequired]
    public AlertId AlertId { get; set; }

    /// <summary>How many tips the alert has, where that is known: many are offered in parts.</summary>
    [Parameter]
    public int Tips { get; set; }

    private int Parts => Math.Max(1, (Tips + ExportTips.MostTips - 1) / ExportTips.MostTips);

    private IEnumerable<(ExportFormat Format, int Part)> Files =>
        from format in new[] { ExportFormat.Csv, ExportFormat.Pdf } from part in Enumerable.Range(1, Parts) select (format, part);

    private string Words(ExportFormat format, int part)
    {
        var name = L[format == ExportFormat.Csv ? "ExportCsv" : "ExportPdf"];
        return Parts == 1 ? name : L["ExportPart", name.Value, part, Parts];
    }
}
