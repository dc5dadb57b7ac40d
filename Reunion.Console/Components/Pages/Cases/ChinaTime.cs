using System.Globalization;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>Times as the police say them: the whole of China keeps UTC+8, wherever the browser is.</summary>
internal static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset Of(DateTimeOffset time) => time.ToOffset(Offset);

    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(Of(time).DateTime);

    /// <summary>Day and minute, in the reader's language.</summary>
    public static string Long(DateTimeOffset time) => Of(time).ToString(
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "M月d日 HH:mm" : "d MMM, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>The minute alone.</summary>
    public static string Minute(DateTimeOffset time) => Of(time).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The instant behind what two fields of a form say; null when either is empty or wrong.</summary>
    public static DateTimeOffset? Parse(string day, string minute) =>
        DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var date) && TimeOnly.TryParse(minute, CultureInfo.InvariantCulture, out var time)
            ? new DateTimeOffset(date, time, Offset).ToUniversalTime() : null;
}
