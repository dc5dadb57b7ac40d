namespace Reunion.Console.Api.Presence;

/// <summary>Reads JSON numbers without an exponent and of at most 15 digits.</summary>
internal static class PlainNumber
{
    private const int MaxDigits = 15;

    // Digits and power are both exact as doubles, so that dividing them rounds once: to the double that every reader gives.
    private static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Takes a number from the front of a text.</summary>
    /// <returns>False when there is none of that form.</returns>
    public static bool TryTake(ref ReadOnlySpan<byte> text, out double number)
    {
        var isNegative = text is [(byte)'-', ..];
        var start = isNegative ? 1 : 0;
        var mantissa = 0L;
        var i = TakeDigits(text, start, ref mantissa);
        var whole = i - start;
        var fraction = 0;
        if (whole > 0 && i < text.Length && text[i] == (byte)'.')
        {
            var after = TakeDigits(text, i + 1, ref mantissa);
            fraction = after - i - 1;
            i = fraction > 0 ? after : start;
        }

        number = 0;
        // JSON knows no leading zeros.
        if (i == start || whole == 0 || whole + fraction > MaxDigits || (whole > 1 && text[start] == (byte)'0'))
            return false;
        number = mantissa / PowersOfTen[fraction];
        if (isNegative)
            number = -number;
        text = text[i..];
        return true;
    }

    private static int TakeDigits(ReadOnlySpan<byte> text, int i, ref long mantissa)
    {
        for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
            mantissa = unchecked(mantissa * 10 + (text[i] - '0'));
        return i;
    }
}
