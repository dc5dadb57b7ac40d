using Reunion.Bench.Populations;
using Reunion.Core.Geofencing;

namespace Reunion.Bench.Geofencing;

/// <summary>Saving all positions to disk and loading them into an empty index.</summary>
internal sealed class SnapshotBenchmark : IBenchmark
{
    public string Name => "snapshot";

    public string Description => "save and reload all positions; --phones N (100000000)";

    public void Run(BenchOptions options)
    {
        var phones = options.Number("phones", 100_000_000);
        var directory = Directory.CreateTempSubdirectory("reunion-bench").FullName;
        try
        {
            Report.Progress($"loading {phones:N0} phones");
            double save, load;
            using (var loaded = LoadedIndex.Load(PopulationKind.Cities, phones, 20))
            {
                using var snapshots = new PresenceSnapshots(loaded.Index, directory, TimeProvider.System);
                Report.Progress("saving");
                save = Stopclock.Milliseconds(() => snapshots.Save(isComplete: true)) / 1000;
            }
            var bytes = new DirectoryInfo(directory).EnumerateFiles().Sum(file => file.Length);
            using (var index = new PresenceIndex(new PresenceOptions(), TimeProvider.System))
            {
                using var snapshots = new PresenceSnapshots(index, directory, TimeProvider.System);
                Report.Progress("loading it again");
                long found = 0;
                load = Stopclock.Milliseconds(() => found = snapshots.Load().Sum(partner => partner.Phones)) / 1000;
                if (found != phones)
                    throw new InvalidOperationException($"{found} of {phones} phones came back.");
            }
            Console.WriteLine();
            Console.WriteLine($"{phones:N0} phones, {bytes / 1e9:0.00} GB: saved to the disk in {save:0.0} s, loaded in {load:0.0} s");
            Console.WriteLine();
            Report.Figure("save_seconds", save, "s");
            Report.Figure("load_seconds", load, "s");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
