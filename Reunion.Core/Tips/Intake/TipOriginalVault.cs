using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Reunion.Core.Common;
using Reunion.Core.Common.Secrets;

namespace Reunion.Core.Tips.Intake;

/// <summary>Encrypts photos as they were sent, so that a stolen database shows none of them.</summary>
/// <param name="protection">The program's key ring.</param>
/// <remarks>
/// AES-256-GCM under a key of each file, which the key ring encrypts in turn. Stored are nonce, tag and ciphertext; the photo's id
/// is authenticated with them, so bytes moved to another row do not open. Thread-safe.
/// </remarks>
public sealed class TipOriginalVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Reunion.Tips.Originals");

    /// <summary>Encrypts a file for its row.</summary>
    /// <param name="photo">The photo that was made of it.</param>
    /// <param name="file">The file as it was sent.</param>
    public TipOriginal Protect(PhotoId photo, ReadOnlySpan<byte> file)
    {
        var key = SealedBytes.NewKey();
        return new TipOriginal
        {
            PhotoId = photo, ProtectedKey = _protector.Protect(key), Protected = SealedBytes.Seal(key, photo.ToString(), file),
        };
    }

    /// <summary>Decrypts a file from its row.</summary>
    /// <param name="original">What <see cref="Protect"/> gave.</param>
    /// <exception cref="CryptographicException">The key ring is gone, or the row was tampered with.</exception>
    public byte[] Unprotect(TipOriginal original) =>
        SealedBytes.Open(_protector.Unprotect(original.ProtectedKey), original.PhotoId.ToString(), original.Protected);
}
