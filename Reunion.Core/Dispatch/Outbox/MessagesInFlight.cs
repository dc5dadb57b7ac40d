using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Partners;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>The messages that are on their way to one partner: a few side by side, and a slow one holds back none of the others.</summary>
/// <param name="clock">Paces the waiting.</param>
internal sealed class MessagesInFlight(TimeProvider clock)
{
    private const int Most = 8;

    // What was answered almost together is recorded in one transaction.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);

    private readonly List<(Delivery Delivery, Partner Partner, Task<AttemptResult?> Attempt)> _aloft = [];

    /// <summary>How many more may go.</summary>
    public int Room => Most - _aloft.Count;

    /// <summary>Whether nothing is on its way.</summary>
    public bool IsEmpty => _aloft.Count == 0;

    /// <summary>The rows of those on their way.</summary>
    public IReadOnlyList<Delivery> Deliveries => _aloft.ConvertAll(a => a.Delivery);

    /// <summary>Adds one whose attempt has begun; it comes to null when it must wait.</summary>
    public void Add(Delivery delivery, Partner partner, Task<AttemptResult?> attempt) => _aloft.Add((delivery, partner, attempt));

    /// <summary>Takes out those that came to something; none after a second without, or when it is time for others.</summary>
    public async Task<IReadOnlyList<MessageAttempt>> LandAsync(DateTimeOffset? othersDueAt, CancellationToken cancel)
    {
        var attempts = _aloft.ConvertAll(a => a.Attempt);
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            await Task.WhenAny([.. attempts, Task.Delay(Pause(othersDueAt), clock, stop.Token)]);
            if (attempts.Exists(a => a.IsCompleted))
                await Task.WhenAny(Task.WhenAll(attempts), Task.Delay(Gathering, clock, stop.Token));
            await stop.CancelAsync();
        }

        cancel.ThrowIfCancellationRequested();
        var landed = _aloft.FindAll(a => a.Attempt.IsCompleted);
        _aloft.RemoveAll(landed.Contains);
        var made = new List<MessageAttempt>(landed.Count);
        foreach (var (delivery, partner, attempt) in landed)
            if (await attempt is { } result)
                made.Add(new MessageAttempt(delivery, partner, result));
        return made;
    }

    /// <summary>Waits until none is on its way, whatever comes of it: nobody may send the same message twice at a time.</summary>
    public async Task EndAsync() =>
        await Task.WhenAll(_aloft.Select(a => (Task)a.Attempt)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    private TimeSpan Pause(DateTimeOffset? until)
    {
        var pause = until is { } at ? at - clock.GetUtcNow() : LongestPause;
        return pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause;
    }
}
