using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Reunion.Core.Common;

namespace Reunion.Core.Tips.Intake;

/// <summary>Encrypts photos as they were sent, so that a stolen database shows none of them.</summary>
/// <param name="protection">The program's key ring.</param>
/// <remarks>
/// AES-256-GCM under a key of each file, which the key ring encrypts in turn. Stored are nonce, tag and ciphertext; the photo's id
/// is authenticated with them, so bytes moved to another row do not open. Thread-safe.
/// </remarks>
public sealed class TipOriginalVault(IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;

    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private readonly IDataProtector _protector = protection.CreateProtector("Reunion.Tips.Originals");

    /// <summary>Encrypts a file for its row.</summary>
    /// <param name="photo">The photo that was made of it.</param>
    /// <param name="file">The file as it was sent.</param>
    public TipOriginal Protect(PhotoId photo, ReadOnlySpan<byte> file)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var kept = new byte[NonceBytes + TagBytes + file.Length];
        var nonce = kept.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, file, kept.AsSpan(NonceBytes + TagBytes), kept.AsSpan(NonceBytes, TagBytes), Bound(photo));
        return new TipOriginal { PhotoId = photo, ProtectedKey = _protector.Protect(key), Protected = kept };
    }

    /// <summary>Decrypts a file from its row.</summary>
    /// <param name="original">What <see cref="Protect"/> gave.</param>
    /// <exception cref="CryptographicException">The key ring is gone, or the row was tampered with.</exception>
    public byte[] Unprotect(TipOriginal original)
    {
        if (original.Protected.Length < NonceBytes + TagBytes)
            throw new CryptographicException("Shorter than its nonce and tag.");
        var file = new byte[original.Protected.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(_protector.Unprotect(original.ProtectedKey), TagBytes);
        var kept = original.Protected.AsSpan();
        cipher.Decrypt(kept[..NonceBytes], kept[(NonceBytes + TagBytes)..], kept.Slice(NonceBytes, TagBytes), file, Bound(original.PhotoId));
        return file;
    }

    private static byte[] Bound(PhotoId photo) => Encoding.ASCII.GetBytes(photo.ToString());
}
