using Reunion.Core.Seeding;

namespace Reunion.Console.Demo;

/// <summary>Reports one app's phones: all at once at the start, then in a steady stream; all again when positions were lost.</summary>
internal sealed class PhoneReporter(PartnerApp app, bool zip, TimeProvider clock, ILogger<PhoneReporter> log)
{
    private const int MostAtOnce = 100_000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2.5);

    private readonly byte[] _buffer = new byte[Math.Min(app.Phones.Count, MostAtOnce) * SimulatedPhones.RecordBytes];
    private string? _epoch;
    private int _next;

    /// <summary>Reports every phone once, however often it takes.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        while (!await TryAsync(ReportAllAsync, cancel))
            await Task.Delay(Pace, clock, cancel);
    }

    private async Task ReportAllAsync(CancellationToken cancel)
    {
        string? epoch;
        do
        {
            epoch = null;
            for (var first = 0; first < app.Phones.Count; first += MostAtOnce)
                epoch = await ReportAsync(first, Math.Min(MostAtOnce, app.Phones.Count - first), epoch, cancel);
        }
        while (epoch == "");
        _epoch = epoch;
    }

    /// <summary>Reports each phone again and again, each about every 75 s.</summary>
    public async Task StreamAsync(CancellationToken cancel)
    {
        if (app.Phones.Count == 0)
            return;
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(cancel))
            await TryAsync(ReportSliceAsync, cancel);
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> report, CancellationToken cancel)
    {
        try
        {
            await report(cancel);
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("{App} could not report its phones: {Problem}", app.Name, failure.Message);
            return false;
        }
    }

    private async Task ReportSliceAsync(CancellationToken cancel)
    {
        var left = (int)Math.Ceiling(app.Phones.Count * (Pace / Round));
        while (left > 0)
        {
            var count = Math.Min(Math.Min(left, MostAtOnce), app.Phones.Count - _next);
            if (await ReportAsync(_next, count, _epoch, cancel) != _epoch)
            {
                await ReportAllAsync(cancel);
                return;
            }

            _next = (_next + count) % app.Phones.Count;
            left -= count;
        }
    }

    // Empty when the epoch changed in between: then what was sent before is lost.
    private async Task<string> ReportAsync(int first, int count, string? before, CancellationToken cancel)
    {
        var records = _buffer.AsMemory(0, count * SimulatedPhones.RecordBytes);
        app.Phones.Write(records.Span, first, clock.GetUtcNow());
        var epoch = await app.Client.ReportAsync(records, zip, cancel);
        return before is null || before == epoch ? epoch : "";
    }
}
