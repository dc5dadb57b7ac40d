using Reunion.Bench.Populations;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Bench.Geofencing;

/// <summary>What an officer waits for while dragging a circle: all steps of the schedule, for each partner, at a new place every time.</summary>
internal sealed class PreviewBenchmark : IBenchmark
{
    public string Name => "preview";

    public string Description => "phones of each step of the schedule at a new centre; --phones N (10000000)";

    public void Run(BenchOptions options)
    {
        var phones = options.Number("phones", 10_000_000);
        Report.Progress($"loading {phones:N0} phones");
        using var loaded = LoadedIndex.Load(PopulationKind.Cities, phones, 50);
        var times = new Durations(200);
        var hangzhou = CityPopulation.Hangzhou;
        for (var i = -20; i < 200; i++)
        {
            var centre = new GeoPoint(hangzhou.Latitude + i * 0.01, hangzhou.Longitude + i * 0.01);
            Geofence[] discs = [.. RadiusSchedule.Reunion.Steps.Select(step => new Disc(centre, step.RadiusMetres))];
            var time = Stopclock.Milliseconds(() => loaded.Index.Count(discs));
            if (i >= 0)
                times.Add(time);
        }
        Console.WriteLine();
        Console.WriteLine($"{phones:N0} phones of 50 partners, {RadiusSchedule.Reunion.Steps.Count} steps: "
            + $"median {times.Percentile(0.5):0.0} ms, 99% under {times.Percentile(0.99):0.0} ms");
        Console.WriteLine();
        Report.Figure("preview_p99_ms", times.Percentile(0.99), "ms");
    }
}
