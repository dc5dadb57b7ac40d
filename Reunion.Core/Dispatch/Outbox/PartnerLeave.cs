using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>What is left of a partner's messages once it was removed: only that alerts are over.</summary>
internal static class PartnerLeave
{
    /// <summary>Withdraws what is not sent yet and forgets whom it was for; may be repeated, since a ring may be committed meanwhile.</summary>
    public static async Task WithdrawAsync(ReunionDbContext db, PartnerId partner, CancellationToken cancel)
    {
        await db.Set<Delivery>()
            .Where(d => d.PartnerId == partner && d.Status == DeliveryStatus.Pending && d.Type != MessageType.AlertEnded)
            .ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeliveryStatus.Withdrawn).SetProperty(d => d.Version, d => d.Version + 1), cancel);
        var nobody = Array.Empty<byte>();
        await db.Set<RecipientBatch>().Where(b => b.PartnerId == partner && b.Devices != nobody)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Devices, nobody), cancel);
        await db.Set<ToldPhones>().Where(t => t.PartnerId == partner).ExecuteDeleteAsync(cancel);
    }
}
