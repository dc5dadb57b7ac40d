using SkiaSharp;

namespace Reunion.Console.Api.Public.Posters;

/// <summary>Breaks lines where they must be: between words, and between any two Chinese characters.</summary>
internal static class LineBreak
{
    // No line on paper holds more; measuring only these keeps long texts cheap.
    private const int Longest = 500;

    // What closes a sentence or a bracket does not begin a line.
    private const string NeverFirst = "，。、；：？！”’）》」』】〉…·,.;:?!)]}%";

    /// <summary>How much of a text fits a line.</summary>
    /// <param name="font">The font.</param>
    /// <param name="text">What is left to write, not empty.</param>
    /// <param name="width">How wide the line may be, in points.</param>
    /// <returns>Characters, at least 1.</returns>
    public static int Fit(SKFont font, string text, float width)
    {
        var length = Math.Max(1, font.BreakText(text.AsSpan(0, Math.Min(text.Length, Longest)), width));
        if (length == text.Length)
            return length;
        // Never within a word of letters, nor between the halves of a character.
        var broken = length;
        while (broken > 1 && IsInWord(text[broken - 1]) && IsInWord(text[broken]))
            broken--;
        length = broken > 1 ? broken : length;
        if (NeverFirst.Contains(text[length], StringComparison.Ordinal) && length > 2 && !IsInWord(text[length - 1]))
            length--;
        return char.IsHighSurrogate(text[length - 1]) ? Math.Max(length - 1, Math.Min(2, text.Length)) : length;
    }

    private static bool IsInWord(char c) => char.IsAsciiLetterOrDigit(c) || c is >= 'À' and <= 'ɏ' or '-' or '\'';
}
