using System.Security.Cryptography;

namespace Reunion.Core.Common.Codes;

/// <summary>Random codes that people read, type and say: Crockford's base 32 in upper case, without I, L, O and U.</summary>
/// <remarks>From the system's secure generator: 5 bits a character. Thread-safe.</remarks>
public static class HumanCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code.</summary>
    /// <param name="length">How many characters; 8 for what is public anyway, 16 (80 bits) where the code alone opens something.</param>
    public static string New(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>A code as somebody typed it: in any case, with blanks or dashes, and with O for 0 and I or L for 1.</summary>
    /// <param name="typed">What was typed, or null.</param>
    /// <returns>The code as it was made, or null when no code reads like that.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 64)
            return null;
        var code = string.Concat(typed.ToUpperInvariant().Where(c => c is not ('-' or ' ')).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
        return code.Length > 0 && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }
}
