using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;
using Reunion.Core.Geofencing.Traffic;

namespace Reunion.Console.Components.Pages.Partners.Presence;

/// <summary>Positions that came in each minute of the last hour.</summary>
public sealed partial class TrafficChart
{
    [Parameter, EditorRequired]
    public IReadOnlyList<TrafficMinute> Minutes { get; set; } = [];

    // The next number of one digit and noughts, so that the scale seldom jumps.
    private long Top
    {
        get
        {
            var most = Math.Max(10, Minutes.Max(m => m.Sum));
            var step = (long)Math.Pow(10, Math.Floor(Math.Log10(most)));
            return (most + step - 1) / step * step;
        }
    }

    private string Summary => L["PerMinuteSummary", Minutes.Sum(m => m.Stored), Minutes.Sum(m => m.OlderThanKnown), Minutes.Sum(m => m.Refused)];

    private string Words(TrafficMinute minute) =>
        L["MinuteWords", LocalTime.Clock(minute.StartUtc), minute.Stored, minute.OlderThanKnown, minute.Refused];

    private static string X(int minute) => Text(minute + 0.1);

    private string Y(long sum) => Text(100 - Share(sum));

    private string Height(long count) => Text(Share(count));

    private double Share(long count) => 100.0 * count / Top;

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
