using System.Diagnostics;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Bench;

/// <summary>One circle over all phones: counting, and handing the ids out in distance bands, against a plain read of the words.</summary>
internal sealed class SweepBenchmark : IBenchmark
{
    private const int BatchSize = 100_000;
    private const int Runs = 9;
    private const int Bands = 4;
    private static readonly int[] RadiiKilometres = [10, 100, 200, 500, 1_000];

    public string Name => "sweep";

    public string Description => "count and claim the phones of one circle; --phones N (5000000)";

    public void Run(BenchOptions options)
    {
        var phones = options.Number("phones", 5_000_000);
        using var index = new PresenceIndex(new PresenceOptions(), TimeProvider.System);
        var partner = TypedId.New<PartnerId>(TimeProvider.System);
        Load(index, partner, phones);

        // Two words a slot: the id, and the position that a sweep reads.
        using var plain = new PlainRead(index.BytesUsed / 16);
        var plainMilliseconds = Stopclock.MedianMilliseconds(Runs * 3, _ => plain.Run());
        var bytes = index.BytesUsed / (double)phones;

        Console.WriteLine();
        Console.WriteLine($"{phones:N0} phones, {bytes:0.00} bytes each; plain read {plainMilliseconds:0.00} ms");
        Console.WriteLine("radius km |      hits |  count ms | ratio |   ids ms | ratio");
        var lines = RadiiKilometres.Select(radius => Measure(index, partner, radius)).ToList();
        foreach (var line in lines)
        {
            Console.WriteLine($"{line.Radius,9} | {line.Hits,9:N0} | {line.CountMs,9:0.00} | {line.CountMs / plainMilliseconds,5:0.0} "
                + $"| {line.IdsMs,8:0.00} | {line.IdsMs / plainMilliseconds,5:0.0}");
        }
        Console.WriteLine();
        Report.Figure("bytes_per_phone", bytes, "bytes");
        foreach (var line in lines)
        {
            Report.Figure($"count_ratio_{line.Radius}", line.CountMs / plainMilliseconds, "x");
            Report.Figure($"ids_ratio_{line.Radius}", line.IdsMs / plainMilliseconds, "x");
        }
    }

    private static void Load(PresenceIndex index, PartnerId partner, long phones)
    {
        var population = new CityPopulation(1);
        var batch = new PositionReport[BatchSize];
        var started = Stopwatch.GetTimestamp();
        var writing = TimeSpan.Zero;
        for (long loaded = 0; loaded < phones;)
        {
            var count = (int)Math.Min(BatchSize, phones - loaded);
            var now = TimeProvider.System.GetUtcNow();
            for (var i = 0; i < count; i++)
                batch[i] = new PositionReport((ulong)(++loaded), population.Next(), now);
            var start = Stopwatch.GetTimestamp();
            index.Report(partner, batch.AsSpan(0, count));
            writing += Stopwatch.GetElapsedTime(start);
            if (loaded % (BatchSize * 50) == 0)
                Report.Progress($"{loaded:N0} phones after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        }
        Report.Progress($"first writes: {phones / writing.TotalSeconds / 1e6:0.0} million a second on one core");
    }

    private static (int Radius, long Hits, double CountMs, double IdsMs) Measure(PresenceIndex index, PartnerId partner, int radius)
    {
        Report.Progress($"{radius} km");
        long hits = 0;
        var countMs = Stopclock.MedianMilliseconds(Runs, _ => hits = index.Count([new Disc(CityPopulation.Hangzhou, radius * 1_000)])[partner][0]);
        var alert = default(AlertId);
        var idsMs = Stopclock.MedianMilliseconds(
            Runs,
            _ =>
            {
                alert = TypedId.New<AlertId>(TimeProvider.System);
                var found = index.Claim(alert, partner, CityPopulation.Hangzhou, 0, radius * 1_000, Bands).Sum(band => band.Devices.LongLength);
                if (found != hits)
                    throw new InvalidOperationException($"{found} claimed, {hits} counted.");
            },
            _ => index.Unwatch(alert));
        return (radius, hits, countMs, idsMs);
    }
}
