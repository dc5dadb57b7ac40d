using System.Security.Cryptography;
using System.Text;

namespace Reunion.Core.Common.Secrets;

/// <summary>Bytes encrypted with AES-256-GCM and bound to the row that holds them: nonce, tag and ciphertext, one after the other.</summary>
/// <remarks>Thread-safe.</remarks>
internal static class SealedBytes
{
    private const int KeyBytes = 32;

    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    /// <summary>A new key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>Encrypts bytes.</summary>
    /// <param name="key">The key, 32 bytes.</param>
    /// <param name="row">The row's id, in ASCII: moved to another row the bytes do not open.</param>
    /// <param name="plain">The bytes.</param>
    public static byte[] Seal(byte[] key, string row, ReadOnlySpan<byte> plain)
    {
        var kept = GC.AllocateUninitializedArray<byte>(NonceBytes + TagBytes + plain.Length);
        var nonce = kept.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, kept.AsSpan(NonceBytes + TagBytes), kept.AsSpan(NonceBytes, TagBytes), Encoding.ASCII.GetBytes(row));
        return kept;
    }

    /// <summary>Decrypts what <see cref="Seal"/> gave.</summary>
    /// <param name="key">The same key.</param>
    /// <param name="row">The same row's id.</param>
    /// <param name="kept">What it gave.</param>
    /// <exception cref="CryptographicException">Another key, another row, or changed bytes.</exception>
    public static byte[] Open(byte[] key, string row, ReadOnlySpan<byte> kept)
    {
        if (kept.Length < NonceBytes + TagBytes)
            throw new CryptographicException("Shorter than its nonce and tag.");
        var plain = new byte[kept.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(kept[..NonceBytes], kept[(NonceBytes + TagBytes)..], kept.Slice(NonceBytes, TagBytes), plain, Encoding.ASCII.GetBytes(row));
        return plain;
    }
}
