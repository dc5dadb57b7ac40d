using Reunion.Console.Components.Map;
using Reunion.Core.Alerts.Coverage;

namespace Reunion.Console.Components.Pages.Map.Coverage;

/// <summary>Turns densities and gaps into what a map draws.</summary>
internal static class CoverageLayers
{
    /// <summary>Dense cells in shades.</summary>
    public static CellsLayer Of(DensityReport report) => new(
        "density", report.CellDegrees, CellTone.Density,
        [.. report.Cells.SelectMany(c => Cell(c.South, c.West, report.CellDegrees, DensityScale.LevelOf(c.Phones)))]);

    /// <summary>Cells that nobody reaches.</summary>
    public static CellsLayer Of(CoverageReport report) => new(
        "gaps", ReadCoverage.CellDegrees, CellTone.Gap, [.. report.Gaps.SelectMany(g => Cell(g.South, g.West, ReadCoverage.CellDegrees, 0))]);

    private static int[] Cell(double south, double west, double degrees, int level) =>
        [(int)Math.Round((south + 90) / degrees), (int)Math.Round((west + 180) / degrees), level];
}
