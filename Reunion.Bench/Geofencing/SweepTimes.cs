using Reunion.Bench.Populations;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Bench.Geofencing;

/// <summary>How long sweeps of a loaded index take, in milliseconds.</summary>
internal sealed class SweepTimes(LoadedIndex loaded)
{
    private const int Runs = 21;

    /// <summary>In as many bands as the dispatcher cuts a ring into.</summary>
    private const int Bands = 4;

    private readonly nint[] _pages = loaded.Index.WordPages();

    public double Plain() => Stopclock.MedianMilliseconds(Runs, () => PlainRead.Run(_pages));

    public (double Milliseconds, long Hits) Count(params IReadOnlyList<Geofence> fences)
    {
        long hits = 0;
        var time = Stopclock.MedianMilliseconds(Runs, () => hits = loaded.Index.Count(fences).Values.Sum(counts => counts.Sum()));
        return (time, hits);
    }

    /// <summary>Claims for one partner after the other, as the dispatcher does: every id is copied to its band.</summary>
    public double Ids(double radiusMetres, long expected)
    {
        var alert = default(AlertId);
        return Stopclock.MedianMilliseconds(
            Runs,
            () =>
            {
                alert = TypedId.New<AlertId>(TimeProvider.System);
                var bands = DistanceBands.Even(new Annulus(CityPopulation.Hangzhou, 0, radiusMetres), Bands);
                var found = loaded.Partners.Sum(partner => Claim(alert, partner, bands));
                if (found != expected)
                    throw new InvalidOperationException($"{found} claimed, {expected} counted.");
            },
            () => loaded.Index.Unwatch(alert));
    }

    private long Claim(AlertId alert, PartnerId partner, DistanceBands bands)
    {
        using var claimed = loaded.Index.Claim(alert, partner, bands);
        return claimed.Count;
    }
}
