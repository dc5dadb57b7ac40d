using Reunion.Bench;
using Reunion.Bench.Dispatch;
using Reunion.Bench.Geofencing;
using Reunion.Bench.Http;
using Reunion.Bench.Peers;
using Reunion.Bench.Public;
using Reunion.Bench.Screens;
using Reunion.Bench.Tips;

IBenchmark[] benchmarks = [
    new SweepBenchmark(), new PeersBenchmark(), new PresenceWriteBenchmark(), new PresenceHttpBenchmark(), new GrowthBenchmark(),
    new PreviewBenchmark(), new SnapshotBenchmark(), new DispatchBenchmark(), new IsolationBenchmark(), new TipsBenchmark(),
    new ReviewBenchmark(), new TipBoardBenchmark(), new PublicPageBenchmark(), new ToScreenBenchmark(),
];

if (args is ["--list"])
{
    foreach (var benchmark in benchmarks)
        Console.WriteLine($"{benchmark.Name,-16} {benchmark.Description}");
    return 0;
}
if (args is [var name, .. var rest] && benchmarks.FirstOrDefault(candidate => candidate.Name == name) is { } chosen
    && BenchOptions.TryParse(rest, out var options))
{
    chosen.Run(options);
    return 0;
}
Console.Error.WriteLine("Usage: --list | NAME [--option value …]");
return 1;
