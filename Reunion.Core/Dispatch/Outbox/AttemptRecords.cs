using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Health;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Keeps what attempts came to, a bundle in one transaction.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="clock">Gives the time.</param>
public sealed class AttemptRecords(IDbContextFactory<ReunionDbContext> factory, TimeProvider clock)
{
    /// <summary>Records attempts and says when the failed ones are tried again.</summary>
    internal async Task SaveAsync(IReadOnlyList<MessageAttempt> tried, CancellationToken cancel)
    {
        if (tried.Count == 0)
            return;
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        foreach (var (delivery, _, result) in tried)
        {
            db.Add(new DeliveryAttempt
            {
                DeliveryId = delivery.Id,
                AtUtc = now - result.Duration,
                DurationMilliseconds = (int)result.Duration.TotalMilliseconds,
                Result = result.Result,
                Status = result.Status,
                Answer = delivery.Type == MessageType.AlertRecipients ? AnswerText.WithoutDevices(result.Answer) : result.Answer,
                EndpointUsed = result.EndpointUsed,
            });
            await UpdateAsync(db, delivery.Id, delivery.Attempts + 1, result, now, cancel);
        }

        await AttemptHours.AddAsync(db, tried, now, cancel);
        await ForgetDevicesAsync(db, tried, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // The partner has them; only the counts are kept. A batch without a told row is from before there were any, and is the only
    // record of whom its alert told.
    private static async Task ForgetDevicesAsync(
        ReunionDbContext db, IReadOnlyList<MessageAttempt> tried, CancellationToken cancel)
    {
        var taken = tried.Where(t => t.Result.IsDelivered && t.Delivery.Type == MessageType.AlertRecipients)
            .Select(t => t.Delivery.Id).ToList();
        if (taken.Count > 0)
            await db.Set<RecipientBatch>()
                .Where(b => taken.Contains(b.DeliveryId) && db.Set<ToldPhones>().Any(t => t.DeliveryId == b.DeliveryId))
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.Devices, Array.Empty<byte>()), cancel);
    }

    // What the partner took is delivered, also when the alert ended while the message was on its way.
    private static Task<int> UpdateAsync(
        ReunionDbContext db, MessageId id, int attempts, AttemptResult result, DateTimeOffset now, CancellationToken cancel)
    {
        var row = db.Set<Delivery>().Where(d => d.Id == id);
        return result.IsDelivered
            ? row.ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeliveryStatus.Delivered).SetProperty(d => d.DeliveredAtUtc, now)
                .SetProperty(d => d.Attempts, attempts).SetProperty(d => d.LastResult, result.Result), cancel)
            : row.ExecuteUpdateAsync(set => set
                .SetProperty(d => d.NextAttemptAtUtc, now + RetrySchedule.Wait(attempts, result.RetryAfter, Random.Shared))
                .SetProperty(d => d.Attempts, attempts).SetProperty(d => d.LastResult, result.Result), cancel);
    }
}
