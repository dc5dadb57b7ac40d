using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Health;

/// <summary>Adds attempts to the hour they belong to.</summary>
internal static class AttemptHours
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Counts attempts that were made just now. In the caller's transaction and unit of work.</summary>
    /// <remarks>Only a partner's one sender records its attempts, so that there is one row an hour.</remarks>
    public static async Task AddAsync(
        ReunionDbContext db, IReadOnlyList<MessageAttempt> tried, DateTimeOffset now, CancellationToken cancel)
    {
        // Without an endpoint nothing was posted, and nobody can be blamed.
        foreach (var partner in tried.Where(t => t.Result.EndpointUsed is not null).GroupBy(t => t.Delivery.PartnerId, t => t.Result))
        {
            var hour = await HourAsync(db, partner.Key, now, cancel);
            foreach (var result in partner)
            {
                hour.Attempts++;
                hour.Durations = DurationCounts.With(hour.Durations, result.Duration.TotalMilliseconds);
                (hour.LastResult, hour.LastAttemptAtUtc) = (result.Result, now);
                if (!result.IsDelivered)
                    continue;
                hour.Delivered++;
                hour.LastDeliveredAtUtc = now;
            }
        }
    }

    private static async Task<AttemptHour> HourAsync(ReunionDbContext db, PartnerId partner, DateTimeOffset now, CancellationToken cancel)
    {
        var began = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero);
        if (await db.FindAsync<AttemptHour>([partner, began], cancel) is { } running)
            return running;
        var before = await db.Set<AttemptHour>().AsNoTracking().Where(h => h.PartnerId == partner)
            .OrderByDescending(h => h.HourUtc).FirstOrDefaultAsync(cancel);
        var forgotten = began - Kept;
        await db.Set<AttemptHour>().Where(h => h.PartnerId == partner && h.HourUtc < forgotten).ExecuteDeleteAsync(cancel);
        var hour = new AttemptHour { PartnerId = partner, HourUtc = began, LastDeliveredAtUtc = before?.LastDeliveredAtUtc };
        db.Add(hour);
        return hour;
    }
}
