using System.Globalization;
using System.Text;

namespace Reunion.Core.Tips;

/// <summary>Makes what strangers write safe to store and show, and leaves the words alone.</summary>
internal static class TipText
{
    // Vietnamese needs two marks on a letter, Tibetan and Hebrew up to four; towers of dozens hide the lines around them.
    private const int MostMarks = 4;

    private const int ZeroWidthJoiner = 0x200D;
    private const int ZeroWidthNonJoiner = 0x200C;

    /// <summary>
    /// Drops control characters other than line breaks, everything that is not seen or makes a text read differently than it is
    /// (direction marks, zero-width characters, tags), halves of characters that no database takes, and marks piled on a letter;
    /// normalises to composed form. What joins an emoji or two letters stays.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes().Where(IsSafe))
        {
            if (IsJoiner(rune) && (clean.Length == 0 || char.IsWhiteSpace(clean[^1]) || IsJoiner(new Rune(Last(clean)))))
                continue;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks)
                clean.Append(rune);
        }

        // Only now: composing a tower of marks takes the square of its height.
        return clean.ToString().TrimEnd((char)ZeroWidthJoiner, (char)ZeroWidthNonJoiner).Trim().Normalize(NormalizationForm.FormC);
    }

    // Half a pair is no rune; what comes last is then no joiner either.
    private static char Last(StringBuilder text) => char.IsSurrogate(text[^1]) ? ' ' : text[^1];

    private static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsSafe(Rune rune) => rune.Value is '\n' or '\t' || IsJoiner(rune) || !(
        rune == Rune.ReplacementChar || IsBlank(rune.Value) || IsNoCharacter(rune.Value)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Letters by category that show nothing: fillers, joiners of marks and the Braille blank make texts that only look empty.
    private static bool IsBlank(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;

    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
