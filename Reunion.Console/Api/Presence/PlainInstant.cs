namespace Reunion.Console.Api.Presence;

/// <summary>Reads <c>YYYY-MM-DDTHH:MM:SSZ</c>.</summary>
internal static class PlainInstant
{
    private const int Letters = 20;
    private const long SecondsPerDay = 86_400;
    private const int DaysBeforeUnix = 719_162;

    /// <summary>Reads a text of that form.</summary>
    /// <returns>False for any other, and for a day or hour that there is not.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long unixSeconds)
    {
        unixSeconds = 0;
        if (text.Length != Letters || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
            return false;
        int century = Two(text), year = Two(text[2..]), month = Two(text[5..]), day = Two(text[8..]);
        int hour = Two(text[11..]), minute = Two(text[14..]), second = Two(text[17..]);
        // What is no digit has made its number negative.
        if ((century | year | month | day | hour | minute | second) < 0)
            return false;
        year += century * 100;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;
        unixSeconds = (DaysTo(year, month, day) - DaysBeforeUnix) * SecondsPerDay + (hour * 60 + minute) * 60 + second;
        return true;
    }

    private static int Two(ReadOnlySpan<byte> text)
    {
        uint tens = (uint)text[0] - '0', ones = (uint)text[1] - '0';
        return tens > 9 || ones > 9 ? -1 : (int)(tens * 10 + ones);
    }

    private static long DaysTo(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;
}
