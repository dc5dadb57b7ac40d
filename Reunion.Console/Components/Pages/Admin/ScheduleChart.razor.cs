using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts.Radius;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>Radius over time, as steps.</summary>
public sealed partial class ScheduleChart
{
    private const double Left = 80, Right = 628, Top = 16, Bottom = 328;

    [Parameter, EditorRequired]
    public IReadOnlyList<RadiusStep> Steps { get; set; } = [];

    // The last step is drawn an hour long, so that it can be seen.
    private double Hours => Steps[^1].After.TotalHours + 1;

    private double LargestMetres => Steps[^1].RadiusMetres;

    private IEnumerable<double> Lines => Enumerable.Range(1, 5).Select(i => LargestMetres * i / 5);

    private string Line => string.Join(' ', Steps.Select((s, i) =>
        $"{(i == 0 ? "M" : "L")}{X(s.After.TotalHours)} {Y(s.RadiusMetres)} H{X(i + 1 < Steps.Count ? Steps[i + 1].After.TotalHours : Hours)}"));

    private string Area => $"{Line} V{Text(Bottom)} H{Text(Left)} Z";

    private string X(double hours) => Text(Left + (Right - Left) * hours / Hours);

    private string Y(double metres, double down = 0) => Text(Bottom - (Bottom - Top) * metres / LargestMetres + down);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
