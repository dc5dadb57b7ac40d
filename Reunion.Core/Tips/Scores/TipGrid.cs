using System.Runtime.InteropServices;

namespace Reunion.Core.Tips.Scores;

/// <summary>Finds which of many places lie within about 2 km and an hour of one.</summary>
/// <remarks>Not thread-safe. Distances are good to a percent up to high latitudes, which is enough for "about".</remarks>
internal sealed class TipGrid
{
    public const double NearMetres = 2_000;
    public const double NearMinutes = 60;

    private const double MetresPerDegree = 111_320;

    private readonly IReadOnlyList<TipPlace> _places;
    private readonly Dictionary<(int Row, int Column, int Hour), List<int>> _cells = [];

    public TipGrid(IReadOnlyList<TipPlace> places)
    {
        _places = places;
        for (var i = 0; i < places.Count; i++)
            (CollectionsMarshal.GetValueRefOrAddDefault(_cells, CellOf(places[i]), out _) ??= []).Add(i);
    }

    /// <summary>How many others lie near a place, counted up to a limit.</summary>
    public int Count(int of, int most)
    {
        var count = 0;
        foreach (var _ in Near(of))
            if (++count == most)
                break;
        return count;
    }

    /// <summary>The others that lie near a place and were not taken out.</summary>
    public IEnumerable<int> Near(int of)
    {
        var place = _places[of];
        var (row, _, hour) = CellOf(place);
        for (var r = row - 1; r <= row + 1; r++)
        {
            var column = Column(place.Longitude, r);
            for (var c = column - 1; c <= column + 1; c++)
                for (var h = hour - 1; h <= hour + 1; h++)
                {
                    if (!_cells.TryGetValue((r, c, h), out var cell))
                        continue;
                    foreach (var other in cell)
                        if (other != of && IsNear(place, _places[other]))
                            yield return other;
                }
        }
    }

    /// <summary>Takes a place out: it is found no more.</summary>
    public void Remove(int index) => _cells[CellOf(_places[index])].Remove(index);

    /// <summary>Metres between two places that lie near each other.</summary>
    public static double Metres(TipPlace a, TipPlace b)
    {
        var north = (a.Latitude - b.Latitude) * MetresPerDegree;
        var east = (a.Longitude - b.Longitude) * MetresPerDegree * Math.Cos((a.Latitude + b.Latitude) / 2 * Math.PI / 180);
        return Math.Sqrt(north * north + east * east);
    }

    private static bool IsNear(TipPlace a, TipPlace b) => Math.Abs(a.Minutes - b.Minutes) <= NearMinutes && Metres(a, b) <= NearMetres;

    private static (int Row, int Column, int Hour) CellOf(TipPlace place)
    {
        var row = (int)Math.Floor(place.Latitude * MetresPerDegree / NearMetres);
        return (row, Column(place.Longitude, row), (int)Math.Floor(place.Minutes / NearMinutes));
    }

    // Columns are as wide as in the middle of their row, so neighbours are looked up row by row.
    private static int Column(double longitude, int row) =>
        (int)Math.Floor(longitude * MetresPerDegree * Math.Max(0.01, Math.Cos((row + 0.5) * NearMetres / MetresPerDegree * Math.PI / 180)) / NearMetres);
}
