using Reunion.Core.Geography;
using Reunion.Core.Tips.Board;

namespace Reunion.Core.Tips.Scores;

/// <summary>Finds which tips agree in place and time.</summary>
/// <remarks>
/// A cluster is a tip with all that lie within 2 km and an hour of it, the densest first. It never chains on from neighbour to
/// neighbour: over a city with thousands of tips that would make one cluster of all of them.
/// </remarks>
internal static class TipClusters
{
    public const int Fewest = 3;

    /// <summary>Others near a tip are counted up to here.</summary>
    public const int MostOthers = 99;

    /// <summary>How many others agree with each tip, and which cluster it is in.</summary>
    /// <param name="tips">Tips; those without a place and those that were refused agree with none.</param>
    public static (int[] Others, TipCluster?[] Clusters, IReadOnlyList<TipCluster> All) Of(IReadOnlyList<TipRow> tips)
    {
        var (others, clusters) = (new int[tips.Count], new TipCluster?[tips.Count]);
        var (placed, places) = Placed(tips);
        var grid = new TipGrid(places);
        var near = new int[places.Count];
        for (var i = 0; i < places.Count; i++)
            others[placed[i]] = near[i] = grid.Count(i, MostOthers);

        var all = new List<TipCluster>();
        var isTaken = new bool[places.Count];
        // Newest last among equals, so that a tip that arrives does not rename a cluster.
        foreach (var seed in Enumerable.Range(0, places.Count).Where(i => near[i] + 1 >= Fewest).OrderByDescending(i => near[i]).ThenByDescending(i => placed[i]))
        {
            if (isTaken[seed])
                continue;
            int[] members = [seed, .. grid.Near(seed)];
            if (members.Length < Fewest)
                continue;
            var cluster = Cluster(tips, placed, places, members);
            all.Add(cluster);
            foreach (var member in members)
            {
                isTaken[member] = true;
                clusters[placed[member]] = cluster;
                grid.Remove(member);
            }
        }

        return (others, clusters, all);
    }

    private static (List<int> Placed, List<TipPlace> Places) Placed(IReadOnlyList<TipRow> tips)
    {
        var (placed, places) = (new List<int>(), new List<TipPlace>());
        for (var i = 0; i < tips.Count; i++)
            if (tips[i] is { Latitude: { } latitude, Longitude: { } longitude, Review: not (TipReview.Dismissed or TipReview.Duplicate) } tip)
            {
                placed.Add(i);
                places.Add(new TipPlace(latitude, longitude, (tip.AtUtc - DateTimeOffset.UnixEpoch).TotalMinutes));
            }

        return (placed, places);
    }

    private static TipCluster Cluster(IReadOnlyList<TipRow> tips, List<int> placed, List<TipPlace> places, int[] members)
    {
        var middle = new TipPlace(members.Average(m => places[m].Latitude), members.Average(m => places[m].Longitude), 0);
        return new TipCluster(
            tips[placed[members[0]]].Id, new GeoPoint(middle.Latitude, middle.Longitude),
            Math.Max(500, members.Max(m => TipGrid.Metres(middle, places[m]))), members.Length,
            members.Min(m => tips[placed[m]].AtUtc), members.Max(m => tips[placed[m]].AtUtc));
    }
}
