using System.Globalization;

namespace Reunion.Console.Live;

/// <summary>Instants as the console writes them: in the local time of the country, which keeps one.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Month, day, hour and minute.</summary>
    public static string Short(DateTimeOffset utc) => utc.ToOffset(Offset).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Hour and minute.</summary>
    public static string Clock(DateTimeOffset utc) => utc.ToOffset(Offset).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The instant of a date and time that somebody wrote.</summary>
    public static DateTimeOffset Instant(DateTime written) => new(DateTime.SpecifyKind(written, DateTimeKind.Unspecified), Offset);

    /// <summary>The date and time that somebody would write for an instant.</summary>
    public static DateTime Written(DateTimeOffset utc) => utc.ToOffset(Offset).DateTime;

    /// <summary>Year to second.</summary>
    public static string Long(DateTimeOffset utc) => utc.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
