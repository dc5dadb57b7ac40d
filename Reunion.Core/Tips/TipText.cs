using System.Globalization;
using System.Text;

namespace Reunion.Core.Tips;

/// <summary>Makes what strangers write safe to store and show, and leaves the words alone.</summary>
internal static class TipText
{
    /// <summary>
    /// Drops control characters other than line breaks, direction overrides that could make a text read differently than it
    /// is, and halves of characters that no database takes; normalises to composed form.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\n' or '\t' || (rune != Rune.ReplacementChar && !IsUnsafe(rune)))
                clean.Append(rune);
        return clean.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
