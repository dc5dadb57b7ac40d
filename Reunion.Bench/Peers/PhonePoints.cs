using Reunion.Bench.Populations;
using Reunion.Core.Geography;

namespace Reunion.Bench.Peers;

/// <summary>The phones of a <see cref="LoadedIndex"/> once more, with their numbers, in batches.</summary>
internal static class PhonePoints
{
    private const int BatchSize = 100_000;

    public static IEnumerable<(long First, GeoPoint[] Points)> Of(PopulationKind kind, long phones)
    {
        var workers = Environment.ProcessorCount;
        for (var worker = 0; worker < workers; worker++)
        {
            var population = kind.Of(worker + 1);
            for (var first = (long)worker * BatchSize; first < phones; first += (long)workers * BatchSize)
            {
                var points = new GeoPoint[Math.Min(BatchSize, phones - first)];
                for (var i = 0; i < points.Length; i++)
                    points[i] = population.Next();
                yield return (first + 1, points);
            }
        }
    }
}
