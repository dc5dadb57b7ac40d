namespace Reunion.Core.Tips.Intake;

/// <summary>A tip on its way into the database, and the caller who waits for that.</summary>
internal sealed class PendingTip(Tip tip, string? textKey)
{
    // Who waits goes on elsewhere: the one writer never runs a caller's code.
    private readonly TaskCompletionSource<TipReceipt> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isSettled;

    public Tip Tip => tip;

    /// <summary>What its text comes to; null when it stands for itself.</summary>
    public string? TextKey => textKey;

    /// <summary>Bytes that wait with it.</summary>
    public long PhotoBytes { get; } = tip.Photos.Sum(p => (long)p.Jpeg.Length + (p.Original?.Protected.Length ?? 0));

    public Task<TipReceipt> Receipt => _done.Task;

    /// <summary>Takes it into a group. From then on it can no longer be withdrawn: nobody could say whether it was stored.</summary>
    /// <returns>False when its caller gave up before.</returns>
    public bool TryTake() => Interlocked.Exchange(ref _isSettled, 1) == 0;

    /// <summary>Gives up, unless it was taken.</summary>
    public void Withdraw(CancellationToken cancel)
    {
        if (TryTake())
            _done.TrySetCanceled(cancel);
    }

    public void Acknowledge(TipReceipt receipt) => _done.TrySetResult(receipt);

    public void Refuse(Exception reason) => _done.TrySetException(reason);
}
