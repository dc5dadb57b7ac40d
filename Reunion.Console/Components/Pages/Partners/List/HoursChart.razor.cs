using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Health;

namespace Reunion.Console.Components.Pages.Partners.List;

/// <summary>A bar an hour: what the partner took, and above it what it did not. Each partner has its own scale.</summary>
public sealed partial class HoursChart
{
    // So that one message in a busy day is still seen.
    private const double Least = 1.5;

    [Parameter, EditorRequired]
    public IReadOnlyList<HourFigure> Hours { get; set; } = [];

    private double Height(int count) => count == 0 ? 0 : Math.Max(Least, (20 - Least) * count / Math.Max(1, Hours.Max(h => h.Attempts)));

    private static string X(int hour) => Text(hour + 0.1);

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
