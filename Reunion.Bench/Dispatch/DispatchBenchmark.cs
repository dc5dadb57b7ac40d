using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Reunion.Bench.Populations;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Core.Storage;

namespace Reunion.Bench.Dispatch;

/// <summary>The whole way of an alert on two cores: from "Issue" to phones handed over to partners, acknowledged and recorded.</summary>
internal sealed class DispatchBenchmark : IBenchmark
{
    private const int BatchSize = 100_000;
    private const double NearMetres = 20_000;

    /// <summary>Where nobody is, so that what is measured there is the way of the first message alone.</summary>
    private static readonly GeoPoint Elsewhere = new(44.1, 82.0);

    public string Name => "dispatch";

    public string Description => "phones handed over a second, and \"Issue\" to the first request; --phones N (10000000), --partners N (20), --tries N (100)";

    public void Run(BenchOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchOptions options)
    {
        var phones = options.Number("phones", 10_000_000);
        await using var partners = new LoopbackPartners((int)options.Number("partners", 20));
        Report.Progress("starting the program");
        using var program = new DispatchProgram();
        Report.Progress($"{phones:N0} phones of {partners.Count} partners");
        Load(program, partners, phones);

        var tries = new Durations((int)options.Number("tries", 100));
        for (var i = 0L; i < options.Number("tries", 100); i++)
            tries.Add(await FirstRequestAsync(program, partners));
        Report.Progress("issuing the alert that all of them get");
        var (missing, version) = await program.FileAsync(CityPopulation.Hangzhou);
        var started = Stopwatch.GetTimestamp();
        await program.IssueAsync(missing, version);
        await FirstRingAsync(program);
        var ring = Stopwatch.GetElapsedTime(started);
        await program.SettleAsync();
        var all = Stopwatch.GetElapsedTime(started);
        await RequireAllAsync(program, phones);

        Console.WriteLine();
        Console.WriteLine($"{phones:N0} phones, {partners.Count} partners: ring committed after {ring.TotalSeconds:0.0} s, all acknowledged after {all.TotalSeconds:0.0} s");
        Console.WriteLine($"first request: median {tries.Percentile(0.5):0} ms, longest {tries.Longest:0} ms");
        Console.WriteLine();
        Report.Figure("phones_per_second", phones / all.TotalSeconds, "1/s");
        Report.Figure("first_request_p99_ms", tries.Percentile(0.99), "ms");
    }

    private static void Load(DispatchProgram program, LoopbackPartners partners, long phones)
    {
        var ids = program.Register(partners);
        var random = new Random(7);
        var batch = new PositionReport[BatchSize];
        for (var first = 0L; first < phones; first += BatchSize)
        {
            var now = TimeProvider.System.GetUtcNow();
            var count = (int)Math.Min(BatchSize, phones - first);
            for (var i = 0; i < count; i++)
            {
                var place = Geodesic.Destination(CityPopulation.Hangzhou, random.NextDouble() * 360, NearMetres * Math.Sqrt(random.NextDouble()));
                batch[i] = new PositionReport((ulong)(first + i + 1), place, now);
            }
            program.Get<PresenceIndex>().Report(ids[first / BatchSize % ids.Length], batch.AsSpan(0, count));
        }
    }

    private static async Task<double> FirstRequestAsync(DispatchProgram program, LoopbackPartners partners)
    {
        var (missing, version) = await program.FileAsync(Elsewhere);
        var first = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        partners.Arrived = (_, at) => first.TrySetResult(at);
        var started = Stopwatch.GetTimestamp();
        await program.IssueAsync(missing, version);
        var time = Stopwatch.GetElapsedTime(started, await first.Task).TotalMilliseconds;
        partners.Arrived = null;
        await program.CloseAsync(missing);
        await program.SettleAsync();
        return time;
    }

    private static async Task FirstRingAsync(DispatchProgram program)
    {
        while (true)
        {
            await using var db = await program.Get<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync();
            if (await db.Set<RecipientBatch>().AnyAsync())
                return;
            await Task.Delay(20);
        }
    }

    private static async Task RequireAllAsync(DispatchProgram program, long phones)
    {
        await using var db = await program.Get<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync();
        var sent = await db.Set<RecipientBatch>().SumAsync(batch => (long)batch.Count);
        if (sent != phones)
            throw new InvalidOperationException($"{sent:N0} of {phones:N0} phones were sent.");
    }
}
