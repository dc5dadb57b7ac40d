using Reunion.Core.Alerts.Coverage;

namespace Reunion.Console.Components.Pages.Map.Coverage;

/// <summary>How finely and in which shades density is drawn.</summary>
internal static class DensityScale
{
    /// <summary>The fewest phones of each shade, the lightest first: a step is ten times more.</summary>
    public static IReadOnlyList<long> From { get; } = [ReadDensity.MinimumPhones, 500, 5_000, 50_000, 500_000];

    /// <summary>The shade of a cell, from 0.</summary>
    public static int LevelOf(long phones) => Math.Max(0, From.Count(least => phones >= least) - 1);

    /// <summary>The cells for a zoom: some 20 to 45 pixels wide.</summary>
    public static double CellDegreesAt(double zoom) => zoom switch
    {
        < 4.75 => 2,
        < 5.75 => 1,
        < 6.75 => 0.5,
        _ => 0.25,
    };
}
