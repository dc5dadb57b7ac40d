namespace Reunion.Core.Alerts.Night;

/// <summary>Settings under <c>Reunion:Alerts:Night</c>: when phones that are far away are told without a sound.</summary>
public sealed class NightOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Reunion:Alerts:Night";

    /// <summary>Rings that lie wholly beyond this many metres are silent at night, 0 to 5,000,000; the largest value silences none.</summary>
    public double FromRadiusMetres { get; set; } = 200_000;

    /// <summary>When the night begins, in the circle's local time.</summary>
    public TimeOnly Start { get; set; } = new(22, 0);

    /// <summary>When it ends; may lie on the next day, and is another time than <see cref="Start"/>.</summary>
    public TimeOnly End { get; set; } = new(7, 0);

    /// <summary>
    /// The time zone whose clocks count everywhere, by its IANA name, for example <c>Asia/Shanghai</c>. Empty, the default, for the
    /// local time of each circle by its longitude.
    /// </summary>
    public string TimeZone { get; set; } = "";
}
