namespace Reunion.Console.Demo;

/// <summary>Reports an app's receipts every few seconds, and that an ended alert's photo is down.</summary>
internal sealed class FeedbackTeller(PartnerApp app, TimeProvider clock, ILogger<FeedbackTeller> log)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    private readonly Queue<(ReceiptLedger.Receipt Receipt, string Id)> _unsent = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            try
            {
                await TellAsync(cancel);
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                log.LogWarning("{App} could not report back: {Problem}", app.Name, failure.Message);
            }
        }
    }

    private async Task TellAsync(CancellationToken cancel)
    {
        foreach (var receipt in app.TakeReceipts())
            _unsent.Enqueue((receipt, Guid.NewGuid().ToString("n")));

        // One that was not taken stays first in the queue and keeps its id.
        while (_unsent.TryPeek(out var next) && await app.Client.ReceiptAsync(next.Receipt, next.Id, cancel))
            _unsent.Dequeue();
        if (app.NextToWithdraw() is { } ended && !await app.Client.WithdrawnAsync(ended, cancel))
            app.WithdrawLater(ended);
    }
}
