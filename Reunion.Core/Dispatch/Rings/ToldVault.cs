using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.Secrets;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Keeps which phones an alert told, so that only this program can read it, and nobody once the alert ended.</summary>
/// <param name="protection">The program's key ring.</param>
/// <remarks>
/// AES-256-GCM under a key of the alert, which the key ring encrypts in turn. Stored are nonce, tag and ciphertext; the batch's id
/// is authenticated with them, so bytes moved to another row do not open. Thread-safe.
/// </remarks>
public sealed class ToldVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Reunion.Dispatch.ToldPhones");

    /// <summary>The alert's key; made in the caller's unit of work when there is none.</summary>
    /// <remarks>Only the alert's one owner calls this, so that there is one key.</remarks>
    /// <exception cref="CryptographicException">The key ring that encrypted it is gone.</exception>
    internal async Task<byte[]> KeyAsync(ReunionDbContext db, AlertId alert, CancellationToken cancel)
    {
        if (await db.FindAsync<ToldKey>([alert], cancel) is { } kept)
            return _protector.Unprotect(kept.Protected);
        var key = SealedBytes.NewKey();
        db.Add(new ToldKey { AlertId = alert, Protected = _protector.Protect(key) });
        return key;
    }

    /// <summary>Whom the alert told, a batch at a time; nobody when it has no key.</summary>
    /// <exception cref="CryptographicException">The key ring is gone, or a row was tampered with.</exception>
    internal async Task ReadAsync(ReunionDbContext db, AlertId alert, Action<PartnerId, ulong[]> told, CancellationToken cancel)
    {
        if (await db.Set<ToldKey>().AsNoTracking().FirstOrDefaultAsync(k => k.AlertId == alert, cancel) is not { } kept)
            return;
        var key = _protector.Unprotect(kept.Protected);
        var rows = db.Set<ToldPhones>().AsNoTracking().Where(t => t.AlertId == alert).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
            told(row.PartnerId, RingBatches.FromBytes(Decrypt(key, row.DeliveryId, row.Protected)));
    }

    /// <summary>Destroys the key and what it encrypted. In the caller's transaction.</summary>
    internal static async Task DestroyAsync(ReunionDbContext db, AlertId alert, CancellationToken cancel)
    {
        await db.Set<ToldPhones>().Where(t => t.AlertId == alert).ExecuteDeleteAsync(cancel);
        await db.Set<ToldKey>().Where(k => k.AlertId == alert).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Encrypts the device ids of a batch.</summary>
    internal static byte[] Encrypt(byte[] key, MessageId batch, ReadOnlySpan<byte> devices) => SealedBytes.Seal(key, batch.ToString(), devices);

    /// <summary>Decrypts what <see cref="Encrypt"/> gave.</summary>
    /// <exception cref="CryptographicException">Another key, another batch, or changed bytes.</exception>
    internal static byte[] Decrypt(byte[] key, MessageId batch, byte[] kept) => SealedBytes.Open(key, batch.ToString(), kept);
}
