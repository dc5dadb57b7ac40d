using System.Diagnostics;
using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Bench.Dispatch;

/// <summary>Whether one partner that never answers slows the others down, or memory grows behind it.</summary>
internal sealed class IsolationBenchmark : IBenchmark
{
    private const int AlertsPerMinute = 60;
    private static readonly GeoPoint Place = new(44.1, 82.0);

    public string Name => "isolation";

    public string Description => "healthy partners' p99 with a black hole beside them, and memory; --partners N (50), --seconds S (60), --minutes M (4)";

    public void Run(BenchOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchOptions options)
    {
        var count = (int)options.Number("partners", 50);
        var time = TimeSpan.FromSeconds(options.Number("seconds", 60));
        await using var partners = new LoopbackPartners(count);
        using var program = new DispatchProgram();
        var ids = program.Register(partners);
        // Once, so that nothing is the compiler's.
        await AlertsAsync(program, partners, TimeSpan.FromSeconds(15), null);
        Report.Progress("all partners healthy");
        var healthy = await AlertsAsync(program, partners, time, null);
        Report.Progress("one never answers");
        partners.BlackHole = count - 1;
        var beside = await AlertsAsync(program, partners, time, ids[^1]);
        var before = Memory();
        var left = TimeSpan.FromMinutes(options.Number("minutes", 4)) - time;
        Report.Progress($"{left.TotalSeconds:0} s more of it, for memory");
        await AlertsAsync(program, partners, left, ids[^1]);
        var after = Memory();

        Console.WriteLine();
        Console.WriteLine($"{count} partners, from \"Issue\" to each healthy one: without the black hole median {healthy.Percentile(0.5):0.0}, p99 {healthy.Percentile(0.99):0.0} ms; "
            + $"with it {beside.Percentile(0.5):0.0}, {beside.Percentile(0.99):0.0} ms; memory {before / 1e6:0} MB, then {after / 1e6:0} MB");
        Console.WriteLine();
        Report.Figure("p99_ratio", beside.Percentile(0.99) / healthy.Percentile(0.99), "x");
        Report.Figure("memory_ratio", after / before, "x");
    }

    /// <summary>One alert after the other, issued and ended; how long each partner waits for the first message of each.</summary>
    private static async Task<Durations> AlertsAsync(DispatchProgram program, LoopbackPartners partners, TimeSpan time, PartnerId? hole)
    {
        var times = new Durations(1_000_000);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            var next = Stopwatch.GetTimestamp();
            var (missing, version) = await program.FileAsync(Place);
            var waiting = Enumerable.Range(0, partners.Count).Where(partner => partner != partners.BlackHole).ToHashSet();
            var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var started = Stopwatch.GetTimestamp();
            partners.Arrived = (partner, at) =>
            {
                lock (waiting)
                {
                    if (!waiting.Remove(partner))
                        return;
                    times.Add(Stopwatch.GetElapsedTime(started, at).TotalMilliseconds);
                    if (waiting.Count == 0)
                        all.SetResult();
                }
            };
            await program.IssueAsync(missing, version);
            await all.Task;
            partners.Arrived = null;
            await program.CloseAsync(missing);
            await program.SettleAsync(hole);
            var rest = TimeSpan.FromMinutes(1) / AlertsPerMinute - Stopwatch.GetElapsedTime(next);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest);
        }
        return times;
    }

    private static double Memory()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
