using System.ComponentModel.DataAnnotations;

namespace Reunion.Core.Alerts;

/// <summary>Settings under <c>Reunion:Alerts</c>.</summary>
public sealed class AlertClockOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Reunion:Alerts";

    /// <summary>How many times faster the alert clock runs, 1 to 100,000. Only a demo runs it faster than time.</summary>
    [Range(1, 100_000)]
    public double TimeScale { get; set; } = 1;
}
