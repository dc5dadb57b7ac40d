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
}
