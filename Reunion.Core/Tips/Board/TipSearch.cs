using System.Text;

namespace Reunion.Core.Tips.Board;

/// <summary>Full-text search: every word of what was typed is found anywhere in text or place.</summary>
/// <remarks>
/// Only letters and digits count, so that a plate is found however it was typed, and capitals and full-width forms are the same.
/// Languages without spaces are found by any part of a word.
/// </remarks>
internal sealed class TipSearch
{
    private readonly string[] _words;

    public TipSearch(string typed) =>
        _words = [.. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(w => w.Length > 0)];

    public bool Finds(BoardTip tip)
    {
        foreach (var word in _words)
            if (!tip.Folded.Contains(word, StringComparison.Ordinal))
                return false;
        return true;
    }

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                folded.Append(letter);
        return folded.ToString();
    }
}
