using System.Diagnostics;
using Reunion.Bench.Populations;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Bench.Geofencing;

/// <summary>
/// The longest that a small write, or a step of a sweep, takes while a table grows: one core writes new phones and times each write, the other
/// sweeps without end and times each segment with the wait for it.
/// </summary>
internal sealed class GrowthBenchmark : IBenchmark
{
    private const int BatchSize = 100;

    public string Name => "growth";

    public string Description => "longest pause of a write or sweep while a table grows; --from N (1000000), --to N (50000000)";

    public void Run(BenchOptions options)
    {
        var (from, to) = (options.Number("from", 1_000_000), options.Number("to", 50_000_000));
        // Once small, so that no pause is the compiler's.
        Grow(100_000, 2_000_000);
        GC.Collect();
        GC.TryStartNoGCRegion(200_000_000);
        Report.Progress("listening to the machine for five seconds");
        var machine = LongestGap(TimeSpan.FromSeconds(5));
        Report.Progress($"growing from {from:N0} to {to:N0} phones");
        var (write, sweep, sweeps, seconds) = Grow(from, to);

        Console.WriteLine();
        Console.WriteLine($"{to:N0} phones after {seconds:0.0} s; {sweeps} sweeps meanwhile");
        Console.WriteLine($"writes of {BatchSize:N0}: longest {write.Longest:0.00} ms, 99.99% under {write.Percentile(0.9999):0.00} ms, median {write.Percentile(0.5):0.000} ms");
        Console.WriteLine($"sweep steps:     longest {sweep.Longest:0.00} ms, 99.99% under {sweep.Percentile(0.9999):0.00} ms, median {sweep.Percentile(0.5):0.000} ms");
        Console.WriteLine($"the machine:     two threads that only read the clock were kept from it for up to {machine:0.00} ms");
        Console.WriteLine();
        Report.Figure("longest_pause_ms", Math.Max(write.Longest, sweep.Longest), "ms");
    }

    /// <summary>What the machine itself adds: the longest time between two looks at the clock, with both cores busy.</summary>
    private static double LongestGap(TimeSpan listen)
    {
        var gaps = new double[Environment.ProcessorCount];
        Parallel.For(0, gaps.Length, worker =>
        {
            var started = Stopwatch.GetTimestamp();
            for (var last = started; Stopwatch.GetElapsedTime(started, last) < listen;)
            {
                var now = Stopwatch.GetTimestamp();
                gaps[worker] = Math.Max(gaps[worker], Stopwatch.GetElapsedTime(last, now).TotalMilliseconds);
                last = now;
            }
        });
        return gaps.Max();
    }

    private static (Durations Write, Durations Sweep, int Sweeps, double Seconds) Grow(long from, long to)
    {
        using var index = new PresenceIndex(new PresenceOptions { SweepWorkers = 1 }, TimeProvider.System);
        var partner = TypedId.New<PartnerId>(TimeProvider.System);
        var population = new CityPopulation(1);
        var places = Enumerable.Range(0, 100_000).Select(_ => population.Next()).ToArray();
        var batch = new PositionReport[BatchSize];
        long next = 0;
        void Fill()
        {
            var now = TimeProvider.System.GetUtcNow();
            for (var i = 0; i < batch.Length; i++)
                batch[i] = new PositionReport((ulong)++next, places[next % places.Length], now);
        }

        while (next < from)
        {
            Fill();
            index.Report(partner, batch);
        }
        var (writes, steps) = (new Durations((int)((to - from) / BatchSize) + 1), new Durations(20_000_000));
        var (isGrowing, sweeps) = (true, 0);
        var sweeper = new Thread(() =>
        {
            while (Volatile.Read(ref isGrowing))
            {
                index.CountStepwise(partner, new Disc(CityPopulation.Hangzhou, 500_000), steps.Add);
                sweeps++;
            }
        });
        sweeper.Start();
        var started = Stopwatch.GetTimestamp();
        while (next < to)
        {
            Fill();
            var start = Stopwatch.GetTimestamp();
            index.Report(partner, batch);
            writes.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Volatile.Write(ref isGrowing, false);
        sweeper.Join();
        return (writes, steps, sweeps, seconds);
    }
}
