using Reunion.Bench.Populations;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Bench.Peers;

/// <summary>Claims around a point as the dispatcher does, with every id looked at.</summary>
internal sealed class OurSearch(LoadedIndex loaded)
{
    private const int Runs = 9;
    private const int Bands = 4;

    public (double Milliseconds, long Hits) Measure(double metres)
    {
        var alert = default(AlertId);
        var (hits, sum) = (0L, 0UL);
        var time = Stopclock.MedianMilliseconds(
            Runs,
            () =>
            {
                alert = TypedId.New<AlertId>(TimeProvider.System);
                var bands = DistanceBands.Even(new Annulus(CityPopulation.Hangzhou, 0, metres), Bands);
                using var claimed = loaded.Index.Claim(alert, loaded.Partners[0], bands);
                (hits, sum) = (claimed.Count, Sum(claimed));
            },
            () => loaded.Index.Unwatch(alert));
        GC.KeepAlive(sum);
        return (time, hits);
    }

    private static ulong Sum(ClaimedPhones claimed)
    {
        var sum = 0UL;
        foreach (var band in claimed.Bands)
        {
            for (var run = 0; run < band.RunCount; run++)
            {
                foreach (var device in band.Run(run))
                    sum += device;
            }
        }
        return sum;
    }
}
