using System.Diagnostics;
using Reunion.Bench.Peers;
using Reunion.Bench.Populations;
using Reunion.Core.Geofencing;

namespace Reunion.Bench.Geofencing;

/// <summary>Updates of random phones of a large table from all cores, in batches as the partner API takes them.</summary>
internal sealed class PresenceWriteBenchmark : IBenchmark
{
    private const int BatchSize = 100_000;
    private const int Batches = 40;

    /// <summary>Fewer than ours, which is in Redis' favour: 100 million would not fit.</summary>
    private const long RedisPhones = 2_000_000;

    public string Name => "presence-write";

    public string Description => "updates of random phones from all cores, against Redis GEOADD; --phones N (100000000), --seconds S (10)";

    public void Run(BenchOptions options)
    {
        var phones = options.Number("phones", 100_000_000);
        var seconds = options.Number("seconds", 10);
        var rates = new Dictionary<string, double>();
        foreach (var kind in new[] { PopulationKind.Uniform, PopulationKind.Cities })
        {
            Report.Progress($"loading {phones:N0} phones, {kind.Name}");
            using var loaded = LoadedIndex.Load(kind, phones, 1);
            Report.Progress($"updating for {seconds} s");
            rates[kind.Name] = UpdatesPerSecond(loaded, kind, seconds);
        }
        Report.Progress($"the same into Redis, {RedisPhones:N0} phones");
        double redis;
        using (var server = new RedisServer())
            redis = server.GeoAddPerSecond(RedisPhones);

        Console.WriteLine();
        Console.WriteLine($"{phones:N0} phones, {Environment.ProcessorCount} cores, batches of {BatchSize:N0}");
        foreach (var (name, rate) in rates)
            Console.WriteLine($"{name,-8} {rate / 1e6,6:0.0} million updates a second");
        Console.WriteLine($"Redis    {redis / 1e6,6:0.00} million GEOADD members a second, pipelined");
        Console.WriteLine();
        Report.Figure("updates_per_second", rates[PopulationKind.Cities.Name], "1/s");
        Report.Figure("redis_write_ratio", rates[PopulationKind.Cities.Name] / redis, "x");
    }

    private static double UpdatesPerSecond(LoadedIndex loaded, PopulationKind kind, long seconds)
    {
        var workers = Environment.ProcessorCount;
        var batches = Enumerable.Range(0, workers).Select(worker => Prepare(loaded, kind, worker)).ToArray();
        Run(1);
        return Run(seconds);

        double Run(long runSeconds)
        {
            long updated = 0;
            var started = Stopwatch.GetTimestamp();
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
            {
                long mine = 0;
                for (var next = 0; Stopwatch.GetElapsedTime(started).TotalSeconds < runSeconds; next = (next + 1) % Batches)
                    mine += loaded.Index.Report(loaded.Partners[0], batches[worker][next]).Accepted;
                Interlocked.Add(ref updated, mine);
            });
            return updated / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
    }

    /// <summary>Batches made before time is taken: reading them is what the server does with a body, not what is measured here.</summary>
    private static PositionReport[][] Prepare(LoadedIndex loaded, PopulationKind kind, int worker)
    {
        var random = new Random(worker + 100);
        var population = kind.Of(worker + 100);
        // As late as positions may be, so that none is older than the one before.
        var at = TimeProvider.System.GetUtcNow().AddMinutes(4);
        return
        [
            .. Enumerable.Range(0, Batches).Select(_ => Enumerable.Range(0, BatchSize)
                .Select(_ => new PositionReport((ulong)random.NextInt64(1, loaded.Phones + 1), population.Next(), at)).ToArray())
        ];
    }
}
