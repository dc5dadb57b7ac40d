using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>Opens the ledger of an alert that ended, in the transaction of the messages that ask for the photo to be taken down.</summary>
internal static class WithdrawalRequests
{
    /// <summary>Adds a line for everyone who was told of the alert; who confirmed before it was asked keeps its own.</summary>
    public static async Task AddAsync(
        ReunionDbContext db, AlertRevision ended, IReadOnlyCollection<PartnerId> told, DateTimeOffset now, CancellationToken cancel)
    {
        var early = await db.Set<PhotoWithdrawal>().Where(w => w.AlertId == ended.AlertId).Select(w => w.PartnerId).ToListAsync(cancel);
        var due = ended.AtUtc + AlertPublisher.PhotoWithdrawal;
        foreach (var partner in told.Except(early))
            db.Add(new PhotoWithdrawal { AlertId = ended.AlertId, PartnerId = partner, AskedAtUtc = now, DueAtUtc = due, LookAtUtc = due });
    }
}
