using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Cuts the phones of a ring into batches, each with its message, and adds them to a unit of work.</summary>
/// <param name="deliveries">Makes the messages.</param>
/// <param name="vault">Keeps who was told.</param>
public sealed class RingBatches(DeliveryFactory deliveries, ToldVault vault)
{
    /// <summary>Adds batches for one partner.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="circle">The circle.</param>
    /// <param name="ring">The ring, from 1.</param>
    /// <param name="isSilent">Whether its phones should be told without a sound.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="devices">The devices, nearest first, at most <see cref="RecipientBatch.MaxDevices"/> together.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <remarks>Only the alert's one owner calls this, so that batch numbers do not collide.</remarks>
    internal async Task AddAsync(
        ReunionDbContext db, Alert alert, Circle circle, int ring, bool isSilent, Partner partner, IEnumerable<ulong[]> devices,
        CancellationToken cancel)
    {
        var last = await db.Set<RecipientBatch>()
            .Where(b => b.CircleId == circle.Id && b.Ring == ring && b.PartnerId == partner.Id)
            .MaxAsync(b => (int?)b.Batch, cancel) ?? 0;
        var schedule = alert.Schedule();
        var (inner, outer) = (schedule.RadiusMetres(ring - 1), schedule.RadiusMetres(ring));

        byte[]? key = null;
        foreach (var chunk in devices)
        {
            key ??= await vault.KeyAsync(db, alert.Id, cancel);
            var number = ++last;
            var (delivery, batch) = deliveries.ForBatch(partner, alert, inner, outer, isSilent, id => new RecipientBatch
            {
                DeliveryId = id,
                AlertId = alert.Id,
                CircleId = circle.Id,
                Ring = ring,
                PartnerId = partner.Id,
                Batch = number,
                Count = chunk.Length,
                Devices = ToBytes(chunk),
            });
            db.Add(delivery);
            db.Add(batch);
            db.Add(new ToldPhones
            {
                DeliveryId = batch.DeliveryId,
                AlertId = alert.Id,
                PartnerId = partner.Id,
                Protected = ToldVault.Encrypt(key, batch.DeliveryId, batch.Devices),
            });
        }
    }

    /// <summary>Device ids as stored bytes, little-endian.</summary>
    /// <param name="devices">The ids.</param>
    internal static byte[] ToBytes(ReadOnlySpan<ulong> devices) => MemoryMarshal.AsBytes(devices).ToArray();

    /// <summary>Device ids from stored bytes.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    internal static ulong[] FromBytes(byte[] bytes) => MemoryMarshal.Cast<byte, ulong>(bytes).ToArray();
}
