using System.ComponentModel.DataAnnotations;

namespace Reunion.Console.Api.Public.Pressure;

/// <summary>Settings under <c>Reunion:Public</c>: what the public site takes from one address and for one alert.</summary>
public sealed class PublicLimits
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Reunion:Public";

    /// <summary>Forms that one address may send at once. A mobile carrier puts a whole town behind one.</summary>
    [Range(1, 10_000_000)]
    public int FormsAtOnce { get; set; } = 30_000;

    /// <summary>Forms a second that one address may send on and on.</summary>
    [Range(1, 1_000_000)]
    public int FormsPerSecond { get; set; } = 1_000;

    /// <summary>
    /// Forms a second for one alert, over ten seconds, from which on each needs a proof of work. Set it to what the machine is
    /// sure to commit: a crowd below it waits for nothing.
    /// </summary>
    [Range(1, 1_000_000)]
    public int AttackPerSecond { get; set; } = 2_000;

    /// <summary>Codes of receipts that nobody has which one address may try at once.</summary>
    [Range(1, 1_000_000)]
    public int WrongCodesAtOnce { get; set; } = 300;

    /// <summary>Such codes a minute that one address may try on and on.</summary>
    [Range(1, 1_000_000)]
    public int WrongCodesPerMinute { get; set; } = 120;

    /// <summary>Reports of missing children that one address may send in ten minutes.</summary>
    [Range(1, 1_000_000)]
    public int ReportsPerTenMinutes { get; set; } = 60;
}
