using System.Security.Cryptography;
using System.Text;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>The one-time secret of the link to <c>/setup</c>: made at a start without accounts, gone once used or restarted.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SetupToken
{
    private volatile string? _value;

    /// <summary>The secret; null when the link is dead.</summary>
    public string? Value => _value;

    /// <summary>Makes the link live.</summary>
    public void Open() => _value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>Makes the link dead.</summary>
    public void Close() => _value = null;

    /// <summary>Whether a text is the secret, in the same time whatever the text.</summary>
    public bool Matches(string? text) => _value is { } value
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(text ?? ""));
}
