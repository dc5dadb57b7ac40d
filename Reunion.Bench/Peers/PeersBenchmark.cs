using Reunion.Bench.Populations;

namespace Reunion.Bench.Peers;

/// <summary>The index against Redis GEO and PostGIS: the same phones, the same circles, every id handed out.</summary>
internal sealed class PeersBenchmark : IBenchmark
{
    private const int PeerRuns = 3;

    /// <summary>Shares of hits by which peers may differ: Redis takes the earth for a sphere.</summary>
    private const double SphereTolerance = 0.01, SpheroidTolerance = 0.001;
    private static readonly int[] RadiiKilometres = [100, 500];

    public string Name => "peers";

    public string Description => "claim the phones of circles, against Redis GEO and PostGIS; --phones N (5000000)";

    public void Run(BenchOptions options)
    {
        var phones = options.Number("phones", 5_000_000);
        var figures = new List<(string Name, double Value)>();
        var rows = new List<string>();
        using (var redis = new RedisServer())
        using (var postgis = new PostgisServer())
        {
            // The one that figures are of comes first, so that no memory is left from another when the process' growth is read.
            foreach (var kind in new[] { PopulationKind.Cities, PopulationKind.Uniform })
            {
                var found = Measure(kind, phones, redis, new PostgisPhones(postgis), rows);
                if (kind == PopulationKind.Cities)
                    figures.AddRange(found);
            }
        }
        Console.WriteLine();
        Console.WriteLine("phones    | radius km |  our hits |   our ms | Redis hits |  Redis ms | ratio | PostGIS hits | PostGIS ms | ratio");
        rows.ForEach(Console.WriteLine);
        Console.WriteLine();
        foreach (var (name, value) in figures)
            Report.Figure(name, value, "x");
    }

    private static List<(string, double)> Measure(PopulationKind kind, long phones, RedisServer redis, PostgisPhones postgis, List<string> rows)
    {
        Report.Progress($"{kind.Name}: loading {phones:N0} phones");
        using var loaded = LoadedIndex.Load(kind, phones, partners: 1);
        Report.Progress($"{kind.Name}: Redis");
        var (usedBefore, residentBefore) = redis.Memory;
        var seconds = redis.Load(kind, phones, kind.Name).TotalSeconds;
        var (used, resident) = redis.Memory;
        var (usedEach, residentEach) = ((used - usedBefore) / (double)phones, (resident - residentBefore) / (double)phones);
        Report.Progress($"{kind.Name}: Redis took {phones / seconds:N0} phones a second; PostGIS");
        postgis.Load(kind, phones);

        var ours = new OurSearch(loaded);
        var figures = new List<(string, double)>();
        foreach (var radius in RadiiKilometres)
        {
            Report.Progress($"{kind.Name}: {radius} km");
            var our = ours.Measure(radius * 1_000);
            var centre = CityPopulation.Hangzhou;
            var his = Time(() => redis.Search(kind.Name, centre.Latitude, centre.Longitude, radius).Count);
            var hers = Time(() => postgis.Search(centre, radius * 1_000).Count);
            RequireNear("Redis", his.Hits, our.Hits, SphereTolerance);
            RequireNear("PostGIS", hers.Hits, our.Hits, SpheroidTolerance);
            var (redisRatio, postgisRatio) = (his.Milliseconds / our.Milliseconds, hers.Milliseconds / our.Milliseconds);
            rows.Add($"{kind.Name,-9} | {radius,9} | {our.Hits,9:N0} | {our.Milliseconds,8:0.00} | {his.Hits,10:N0} | {his.Milliseconds,9:0.0} | "
                + $"{redisRatio,5:0} | {hers.Hits,12:N0} | {hers.Milliseconds,10:0.0} | {postgisRatio,5:0}");
            figures.AddRange([($"redis_{radius}_ratio", redisRatio), ($"postgis_{radius}_ratio", postgisRatio)]);
        }
        redis.Forget(kind.Name);
        // Like with like: what each says that it uses. By how much the processes have grown is shown beside it.
        var ourEach = loaded.Index.BytesUsed / (double)phones;
        rows.Add($"{kind.Name,-9} | bytes a phone: in use, ours {ourEach:0.0}, Redis {usedEach:0.0}; grown by, ours {loaded.BytesPerPhone:0.0}, Redis {residentEach:0.0}");
        figures.Add(("redis_bytes_ratio", usedEach / ourEach));
        return figures;
    }

    private static (double Milliseconds, long Hits) Time(Func<long> search)
    {
        var hits = 0L;
        return (Stopclock.MedianMilliseconds(PeerRuns, () => hits = search()), hits);
    }

    // Of few phones one more or less is no sign of anything.
    private static void RequireNear(string who, long theirs, long ours, double share)
    {
        if (Math.Abs(theirs - ours) > Math.Max(3, ours * share))
            throw new InvalidOperationException($"{who} finds {theirs:N0} phones, we {ours:N0}.");
    }
}
