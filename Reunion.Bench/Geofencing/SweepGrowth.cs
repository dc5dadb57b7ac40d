using Reunion.Bench.Populations;
using Reunion.Core.Geofencing;

namespace Reunion.Bench.Geofencing;

/// <summary>What a sweep costs for each phone as there are more of them.</summary>
internal static class SweepGrowth
{
    private const double RadiusMetres = 100_000;
    private const int Partners = 20;
    private static readonly long[] Sizes = [1_000_000, 10_000_000, 100_000_000];

    public static void Measure()
    {
        var rows = new List<string>();
        foreach (var phones in Sizes)
        {
            Report.Progress($"loading {phones:N0} phones, to see how cost grows");
            using var loaded = LoadedIndex.Load(PopulationKind.Cities, phones, Partners);
            var times = new SweepTimes(loaded);
            var (count, hits) = times.Count(new Disc(CityPopulation.Hangzhou, RadiusMetres));
            var ids = times.Ids(RadiusMetres, hits);
            var plain = times.Plain();
            rows.Add($"{phones,11:N0} | {PerPhone(plain):0.000} | {PerPhone(count):0.000} | {PerPhone(ids):0.000}");

            double PerPhone(double milliseconds) => milliseconds * 1e6 / phones;
        }
        Console.WriteLine();
        Console.WriteLine($"nanoseconds a phone, {PopulationKind.Cities.Name}, {RadiusMetres / 1_000:0} km");
        Console.WriteLine("     phones | plain | count | ids");
        rows.ForEach(Console.WriteLine);
        Console.WriteLine();
    }
}
