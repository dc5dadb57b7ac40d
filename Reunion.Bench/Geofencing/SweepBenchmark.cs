using Reunion.Bench.Populations;
using Reunion.Core.Geofencing;

namespace Reunion.Bench.Geofencing;

/// <summary>Sweeps over all phones: counting, handing ids out in distance bands, many shapes at once; against a plain read of the words.</summary>
internal sealed class SweepBenchmark : IBenchmark
{
    private const int Partners = 20;
    private static readonly int[] RadiiKilometres = [10, 100, 200, 500, 1_000];

    public string Name => "sweep";

    public string Description => "count and claim the phones of circles, against a plain read; --phones N (20000000)";

    public void Run(BenchOptions options)
    {
        var phones = options.Number("phones", 20_000_000);
        foreach (var kind in new[] { PopulationKind.Uniform, PopulationKind.Cities })
        {
            Report.Progress($"loading {phones:N0} phones, {kind.Name}");
            using var loaded = LoadedIndex.Load(kind, phones, Partners);
            Measure(loaded, kind);
        }
        SweepGrowth.Measure();
    }

    private static void Measure(LoadedIndex loaded, PopulationKind kind)
    {
        var isFigure = kind == PopulationKind.Cities;
        var times = new SweepTimes(loaded);
        var plain = times.Plain();
        var rows = new List<string>();
        var figures = new List<(string, double)>();
        foreach (var radius in RadiiKilometres)
        {
            Report.Progress($"{kind.Name}, {radius} km");
            var (count, hits) = times.Count(new Disc(CityPopulation.Hangzhou, radius * 1_000));
            var ids = times.Ids(radius * 1_000, hits);
            rows.Add($"{radius,9} | {hits,11:N0} | {count,9:0.00} | {count / plain,5:0.00} | {ids,8:0.00} | {ids / plain,5:0.00}");
            figures.Add(($"count_ratio_{radius}", count / plain));
            figures.Add(($"ids_ratio_{radius}", ids / plain));
        }
        var one = times.Count(Discs(1)).Milliseconds;
        var many = times.Count(Discs(32)).Milliseconds;
        figures.Add(("fences32_ratio", many / one));

        Console.WriteLine();
        Console.WriteLine($"{loaded.Phones:N0} phones, {kind.Name}: {loaded.BytesPerPhone:0.00} bytes each; plain read {plain:0.00} ms; "
            + $"32 circles {many:0.00} ms, one {one:0.00} ms");
        Console.WriteLine("radius km |        hits |  count ms | ratio |   ids ms | ratio");
        rows.ForEach(Console.WriteLine);
        Console.WriteLine();
        if (!isFigure)
            return;
        Report.Figure("bytes_per_phone", loaded.BytesPerPhone, "bytes");
        foreach (var (name, value) in figures)
            Report.Figure(name, value, "x");
    }

    /// <summary>Circles of 100 km, as 32 alerts around the country would have them.</summary>
    private static IReadOnlyList<Geofence> Discs(int count)
    {
        var population = new CityPopulation(99);
        return [new Disc(CityPopulation.Hangzhou, 100_000), .. Enumerable.Range(1, count - 1).Select(_ => new Disc(population.Next(), 100_000))];
    }
}
