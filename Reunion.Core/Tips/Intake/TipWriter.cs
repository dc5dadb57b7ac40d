using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Reunion.Core.Audit;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips.Intake;

/// <summary>
/// The one writer of tips. While a group is on its way to the disk the next one gathers, so that a burst costs as many flushes
/// as the disk can do and not as many as there are tips.
/// </summary>
/// <remarks>
/// Thread-safe. Nothing is acknowledged before its group is committed; a full queue makes callers wait. Disposing stores what
/// waits and then ends.
/// </remarks>
/// <param name="factory">Makes a context for each group.</param>
/// <param name="audit">Puts each tip on its case's timeline.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="log">Hears of groups that the database did not take.</param>
public sealed class TipWriter(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live, ILogger<TipWriter> log) : IAsyncDisposable
{
    private const int MostTips = 512;
    private const int MostWaiting = 2_048;

    // A group with photos is smaller: others wait for it.
    private const long MostPhotoBytes = 32 * 1024 * 1024;

    private readonly Channel<PendingTip> _waiting = Channel.CreateBounded<PendingTip>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Lock _start = new();
    private Task? _writing;
    private volatile int _inGroup;
    private long _groups;
    private long _tips;

    /// <summary>How many groups were committed since the start.</summary>
    public long Groups => Interlocked.Read(ref _groups);

    /// <summary>How many tips were committed since the start.</summary>
    public long Tips => Interlocked.Read(ref _tips);

    /// <summary>How many tips wait for their group.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>How many tips are in the group that is being written.</summary>
    public int InGroup => _inGroup;

    /// <summary>Stores what waits, takes no more, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writing is { } writing)
            await writing;
    }

    /// <summary>Stores a tip. When this returns, it or an earlier one with its key is committed.</summary>
    /// <param name="tip">The tip.</param>
    /// <param name="textKey">What its text comes to; null when it stands for itself.</param>
    /// <param name="cancel">Withdraws it as long as it waits; once it is being written its outcome is awaited.</param>
    /// <exception cref="OperationCanceledException">It was withdrawn, or the program is ending; it is not stored.</exception>
    internal async Task<TipReceipt> CommitAsync(Tip tip, string? textKey, CancellationToken cancel)
    {
        Start();
        var pending = new PendingTip(tip, textKey);
        try
        {
            await _waiting.Writer.WriteAsync(pending, cancel);
        }
        catch (ChannelClosedException)
        {
            throw new OperationCanceledException("The program is ending.");
        }

        await using var withdrawal = cancel.UnsafeRegister(static (waiting, token) => ((PendingTip)waiting!).Withdraw(token), pending);
        return await pending.Receipt;
    }

    private void Start()
    {
        lock (_start)
            _writing ??= Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        var group = new List<PendingTip>(MostTips);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            long bytes = 0;
            while (group.Count < MostTips && bytes < MostPhotoBytes && _waiting.Reader.TryRead(out var pending))
            {
                if (!pending.TryTake())
                    continue;
                group.Add(pending);
                bytes += pending.PhotoBytes;
            }

            _inGroup = group.Count;
            if (group.Count > 0)
                await WriteAsync(group);
            _inGroup = 0;
        }
    }

    // One tip that the database does not take keeps none of the others back: the group is halved until it is alone.
    private async Task WriteAsync(List<PendingTip> group)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync();
            Tell(await new TipGroup(db, audit, group).CommitAsync());
        }
        catch (Exception e) when (group.Count > 1 && !IsOutage(e))
        {
            log.LogWarning(e, "A group of {Count} tips was not taken; trying its halves", group.Count);
            var half = group.Count / 2;
            await WriteAsync(group[..half]);
            await WriteAsync(group[half..]);
        }
        catch (Exception e)
        {
            foreach (var pending in group)
                pending.Refuse(e);
        }
    }

    private void Tell(IReadOnlyList<TipOutcome> outcomes)
    {
        Interlocked.Increment(ref _groups);
        Interlocked.Add(ref _tips, outcomes.Count(o => o.IsNew));
        foreach (var outcome in outcomes)
        {
            if (outcome.Receipt is { } receipt)
                outcome.Pending.Acknowledge(receipt);
            else
                outcome.Pending.Refuse(outcome.Refusal!);
        }

        foreach (var tip in outcomes.Where(o => o.IsNew).Select(o => o.Pending.Tip))
            live.Publish(new TipArrived(tip.AlertId, tip.Id));
    }

    // When the database itself is away or full, halves fare no better and each would wait as long again.
    private static bool IsOutage(Exception e) => (e is DbUpdateException { InnerException: { } cause } ? cause : e) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14,
        PostgresException postgres => postgres.IsTransient,
        NpgsqlException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };
}
