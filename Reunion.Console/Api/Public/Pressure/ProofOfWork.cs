using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Reunion.Console.Api.Public.Pressure;

/// <summary>
/// Asks a browser for work before its form is taken, and checks it: a number that, behind the challenge, gives a SHA-256 which begins
/// with so many zero bits. A challenge is for one alert and one form, is good for ten minutes, and for one content only.
/// </summary>
/// <remarks>Thread-safe. The key is this process's own: a restart voids what was asked before, and browsers ask again.</remarks>
internal sealed class ProofOfWork(TimeProvider clock)
{
    private const int MostSpent = 1_000_000;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, (string Content, long Until)> _spent = new(StringComparer.Ordinal);
    private long _sweptAt;

    /// <summary>A challenge: <c>bits.expires.nonce.seal</c>.</summary>
    /// <param name="code">The alert's code.</param>
    /// <param name="form">The form's own key.</param>
    /// <param name="bits">How many zero bits the answer must have.</param>
    public string Ask(string code, string form, int bits)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        var open = string.Create(CultureInfo.InvariantCulture, $"{bits}.{(clock.GetUtcNow() + Life).ToUnixTimeSeconds()}.{nonce}");
        return $"{open}.{Seal(open, code, form)}";
    }

    /// <summary>Whether the work was done, for this form, and is not spent on another content.</summary>
    /// <param name="code">The alert's code.</param>
    /// <param name="form">The form's own key.</param>
    /// <param name="challenge">The challenge as it was asked.</param>
    /// <param name="answer">The number found.</param>
    /// <param name="content">Stands for everything in the form: sent again with the same content it is the same tip, and good.</param>
    /// <param name="leastBits">How much work is asked for now.</param>
    public bool Accept(string code, string form, string challenge, string answer, string content, int leastBits)
    {
        if (challenge.Length > 200 || answer.Length is 0 or > 20 || challenge.Split('.') is not [var bitsText, var untilText, var nonce, var seal])
            return false;
        var open = $"{bitsText}.{untilText}.{nonce}";
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Seal(open, code, form))))
            return false;
        // From here on it is our own text.
        var (bits, until) = (int.Parse(bitsText, CultureInfo.InvariantCulture), long.Parse(untilText, CultureInfo.InvariantCulture));
        // What was asked a moment before the attack grew is still good.
        if (bits < leastBits - 1 || until < clock.GetUtcNow().ToUnixTimeSeconds() || ZeroBits($"{challenge}.{answer}") < bits)
            return false;
        Sweep();
        return _spent.GetOrAdd(nonce, (content, until)).Content == content;
    }

    private static int ZeroBits(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        var zeros = 0;
        foreach (var part in hash)
        {
            zeros += BitOperations.LeadingZeroCount((uint)part) - 24;
            if (part != 0)
                break;
        }

        return zeros;
    }

    private string Seal(string open, string code, string form) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{open}\n{code}\n{form}")).AsSpan(0, 16));

    private void Sweep()
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (now - Interlocked.Read(ref _sweptAt) < 60 && _spent.Count < MostSpent)
            return;
        Interlocked.Exchange(ref _sweptAt, now);
        foreach (var (nonce, (_, until)) in _spent)
            if (until < now)
                _spent.TryRemove(nonce, out _);
    }
}
