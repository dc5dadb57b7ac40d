using System.Diagnostics;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Bench.Populations;

/// <summary>A presence index with phones in it, and what loading them took.</summary>
internal sealed class LoadedIndex : IDisposable
{
    private const int BatchSize = 100_000;

    private LoadedIndex(PresenceIndex index, PartnerId[] partners, long phones) => (Index, Partners, Phones) = (index, partners, phones);

    public PresenceIndex Index { get; }

    public PartnerId[] Partners { get; }

    public long Phones { get; }

    /// <summary>Bytes by which the whole process has grown for each phone.</summary>
    public double BytesPerPhone { get; private set; }

    /// <summary>Loads phones from all cores; devices count from 1, and a partner's follow each other in batches.</summary>
    public static LoadedIndex Load(PopulationKind kind, long phones, int partners, int sweepWorkers = 0)
    {
        var before = ResidentBytes();
        var index = new PresenceIndex(new PresenceOptions { SweepWorkers = sweepWorkers }, TimeProvider.System);
        var loaded = new LoadedIndex(index, [.. Enumerable.Range(0, partners).Select(_ => TypedId.New<PartnerId>(TimeProvider.System))], phones);
        var started = Stopwatch.GetTimestamp();
        long done = 0, told = 0;
        var workers = Environment.ProcessorCount;
        Parallel.For(0, workers, worker =>
        {
            var population = kind.Of(worker + 1);
            var batch = new PositionReport[BatchSize];
            for (var first = (long)worker * BatchSize; first < phones; first += (long)workers * BatchSize)
            {
                var count = (int)Math.Min(BatchSize, phones - first);
                loaded.Report(population, batch.AsSpan(0, count), first);
                var sum = Interlocked.Add(ref done, count);
                if (sum / 50_000_000 > Interlocked.Read(ref told))
                    Bench.Report.Progress($"{Interlocked.Increment(ref told) * 50} million phones after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
            }
        });
        loaded.BytesPerPhone = (ResidentBytes() - before) / (double)phones;
        return loaded;
    }

    public void Dispose() => Index.Dispose();

    private void Report(IPopulation population, Span<PositionReport> batch, long first)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < batch.Length; i++)
            batch[i] = new PositionReport((ulong)(first + i + 1), population.Next(), now);
        Index.Report(Partners[first / BatchSize % Partners.Length], batch);
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        return Environment.WorkingSet;
    }
}
