using System.Security.Cryptography;

namespace Reunion.Core.Accounts;

/// <summary>Makes passwords to hand over: 80 random bits in groups that can be read aloud.</summary>
internal static class InitialPassword
{
    // Without letters and digits that are mistaken for each other.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789-";

    public static string New()
    {
        var letters = RandomNumberGenerator.GetItems<char>(Alphabet.AsSpan(0, 31), 16);
        return string.Join('-', letters.Chunk(4).Select(group => new string(group)));
    }
}
