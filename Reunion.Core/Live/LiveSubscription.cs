using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Reunion.Core.Live;

/// <summary>One listener: gathers events and hands them over in bundles.</summary>
internal sealed class LiveSubscription : IDisposable
{
    // A screen that cannot keep up loses the oldest notices; it reads rows anyway when it gets its next bundle.
    private const int Backlog = 10_000;

    private readonly Channel<LiveEvent> _events =
        Channel.CreateBounded<LiveEvent>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Action<LiveSubscription> _remove;
    private readonly CancellationTokenSource _stop = new();

    public LiveSubscription(
        string name, TimeSpan interval, Func<IReadOnlyList<LiveEvent>, Task> handler, TimeProvider clock, ILogger log, Action<LiveSubscription> remove)
    {
        _remove = remove;
        _ = Task.Run(() => RunAsync(name, interval, handler, clock, log, _stop.Token));
    }

    public void Offer(LiveEvent happened) => _events.Writer.TryWrite(happened);

    public void Dispose()
    {
        _remove(this);
        _events.Writer.TryComplete();
        _stop.Cancel();
    }

    private async Task RunAsync(
        string name, TimeSpan interval, Func<IReadOnlyList<LiveEvent>, Task> handler, TimeProvider clock, ILogger log, CancellationToken stop)
    {
        try
        {
            while (await _events.Reader.WaitToReadAsync(stop))
            {
                var bundle = new List<LiveEvent>();
                while (_events.Reader.TryRead(out var happened))
                    bundle.Add(happened);
                await HandleAsync(name, handler, bundle, log);
                if (interval > TimeSpan.Zero)
                    await Task.Delay(interval, clock, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private static async Task HandleAsync(string name, Func<IReadOnlyList<LiveEvent>, Task> handler, List<LiveEvent> bundle, ILogger log)
    {
        try
        {
            await handler(bundle);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.LogError(failure, "The live subscription {Subscription} failed on a bundle of {Count} events", name, bundle.Count);
        }
    }
}
