using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reunion.Console.Demo;

/// <summary>Checks a webhook as any receiver of Standard Webhooks would; shares no code with the sender on purpose.</summary>
internal sealed class WebhookCheck(string secret, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly byte[] _key = Convert.FromBase64String(secret.Replace("whsec_", "", StringComparison.Ordinal));

    public bool IsGenuine(IHeaderDictionary headers, byte[] body)
    {
        string id = headers["webhook-id"].ToString(), timestamp = headers["webhook-timestamp"].ToString();
        if (id.Length == 0 || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
            || (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(sent)).Duration() > Tolerance)
            return false;

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        var expected = hmac.GetHashAndReset();
        foreach (var signature in headers["webhook-signature"].ToString().Split(' '))
            if (signature.StartsWith("v1,", StringComparison.Ordinal) && IsEqual(signature[3..], expected))
                return true;
        return false;
    }

    private static bool IsEqual(string base64, byte[] expected)
    {
        var given = new byte[expected.Length];
        return Convert.TryFromBase64String(base64, given, out var length) && length == expected.Length
            && CryptographicOperations.FixedTimeEquals(given, expected);
    }
}
