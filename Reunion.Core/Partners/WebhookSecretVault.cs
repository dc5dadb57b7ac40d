using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Reunion.Core.Partners;

/// <summary>Makes webhook secrets and keeps them encrypted at rest.</summary>
/// <param name="protection">The program's key ring.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class WebhookSecretVault(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";

    private readonly IDataProtector _protector = protection.CreateProtector("Reunion.Partners.WebhookSecret");

    /// <summary>A new secret: <c>whsec_</c> and 32 random bytes in base64, as Standard Webhooks writes them.</summary>
    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The 32 bytes behind a secret's text.</summary>
    /// <param name="secret">The text with its prefix.</param>
    public static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);

    /// <summary>Encrypts a secret for its row.</summary>
    /// <param name="secret">The text with its prefix.</param>
    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>Decrypts a secret from its row.</summary>
    /// <param name="protectedSecret">What <see cref="Protect"/> gave.</param>
    /// <exception cref="CryptographicException">The key ring that encrypted it is gone.</exception>
    public string Unprotect(string protectedSecret) => _protector.Unprotect(protectedSecret);
}
