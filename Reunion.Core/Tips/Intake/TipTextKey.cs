using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Reunion.Core.Tips.Intake;

/// <summary>What a text comes to when only its words count: who types it again types spaces, signs and capitals differently.</summary>
internal static class TipTextKey
{
    private const int HashBytes = 16;

    /// <summary>The same 32 characters for the same words.</summary>
    public static string Of(string text)
    {
        // Full-width letters and digits are the same letters and digits.
        var words = new ArrayBufferWriter<char>(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                words.Write(units[..rune.EncodeToUtf16(units)]);
        // Texts of nothing but signs are the same only when they are the same.
        var kept = words.WrittenCount > 0 ? words.WrittenSpan : text;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept.ToString())).AsSpan(0, HashBytes));
    }
}
