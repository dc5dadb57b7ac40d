using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Reunion.Core.Partners;

/// <summary>The secret text of an API key: <c>rnk_</c> and 256 random bits in base64url.</summary>
internal static class ApiKeyToken
{
    private const string Prefix = "rnk_";

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    // A slow password hash is not needed: 256 random bits cannot be guessed offline.
    public static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static string Hint(string token) => token[..10];

    public static bool LooksLikeOne(string token) => token.Length == 47 && token.StartsWith(Prefix, StringComparison.Ordinal);
}
