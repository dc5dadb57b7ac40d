using System.Globalization;

namespace Reunion.Bench;

/// <summary>What benchmarks print.</summary>
internal static class Report
{
    public static void Progress(string text) => Console.WriteLine($"… {text}");

    /// <summary>The line that other programs read.</summary>
    public static void Figure(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figure {name} {value:0.####} {unit}"));
}
