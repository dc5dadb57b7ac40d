using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Signs and checks webhooks as Standard Webhooks 1.0 says: HMAC-SHA256 over id, time and body.</summary>
/// <remarks>Thread-safe.</remarks>
public static class WebhookSignature
{
    /// <summary>The value of <c>webhook-signature</c>: one signature for each secret, newest first.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">The time of the attempt in Unix seconds.</param>
    /// <param name="body">The body's bytes.</param>
    /// <param name="keys">The secrets' bytes.</param>
    public static string Sign(string id, long timestamp, ReadOnlySpan<byte> body, IEnumerable<byte[]> keys)
    {
        var signed = Signed(id, timestamp, body);
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }

    /// <summary>Whether one of the signatures was made with the key. Takes the same time whatever differs.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">The time of the attempt in Unix seconds.</param>
    /// <param name="body">The body's bytes.</param>
    /// <param name="key">The secret's bytes.</param>
    /// <param name="signatures">The value of <c>webhook-signature</c>.</param>
    public static bool Verify(string id, long timestamp, ReadOnlySpan<byte> body, byte[] key, string signatures)
    {
        var expected = Encoding.ASCII.GetBytes(Sign(id, timestamp, body, [key]));
        return signatures.Split(' ').Any(given => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected));
    }

    private static byte[] Signed(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        return signed;
    }
}
