using Reunion.Console.Components.Map;
using Reunion.Core.Geography;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Gathers tips into heaps on the server, so that a browser gets some hundred dots however many tips there are.</summary>
public static class TipHeaps
{
    /// <summary>The most dots and heaps that a map is given.</summary>
    public const int Most = 500;

    private const double TilePixels = 256;
    private const double CellPixels = 40;

    // From here on places a street apart have dots of their own, and the map spreads those that still lie on each other.
    private const double SingleZoom = 16;
    private const double Margin = 0.1;

    private static readonly TipReview[] Urgency = [TipReview.New, TipReview.InReview, TipReview.Verified, TipReview.Duplicate, TipReview.Dismissed];

    /// <summary>The heaps in view; a heap of one is a dot.</summary>
    /// <param name="tips">Tips; those without a place are left out.</param>
    /// <param name="view">What the map shows.</param>
    public static IReadOnlyList<TipHeap> Of(IReadOnlyList<BoardTip> tips, MapView view)
    {
        var cells = new Dictionary<(int, int), Cell>();
        var cell = view.Zoom >= SingleZoom ? 1 : CellPixels;
        var scale = TilePixels * Math.Pow(2, Math.Round(view.Zoom)) / cell;
        foreach (var tip in tips)
        {
            if (tip.Row is not { Latitude: { } latitude, Longitude: { } longitude } || !IsIn(view.Bounds, latitude, longitude))
                continue;
            var key = ((int)Math.Floor((longitude + 180) / 360 * scale), (int)Math.Floor(Mercator(latitude) * scale));
            if (!cells.TryGetValue(key, out var heap))
                cells[key] = heap = new Cell();
            heap.Add(tip, latitude, longitude);
        }

        // A browser that says it sees half a continent at street level gets the fullest heaps.
        return [.. cells.OrderByDescending(c => c.Value.Count).Take(Most).Select(c => c.Value.ToHeap($"heap:{Math.Round(view.Zoom)}:{c.Key.Item1}:{c.Key.Item2}"))];
    }

    /// <summary>Whether a place lies in a box or a little outside, so that what is dragged in is there already.</summary>
    internal static bool IsIn(MapBounds bounds, double latitude, double longitude)
    {
        var (high, wide) = ((bounds.North - bounds.South) * Margin, (bounds.East - bounds.West) * Margin);
        return latitude >= bounds.South - high && latitude <= bounds.North + high
            && ((longitude >= bounds.West - wide && longitude <= bounds.East + wide) || longitude + 360 <= bounds.East + wide);
    }

    private static double Mercator(double latitude)
    {
        var sin = Math.Clamp(Math.Sin(latitude * Math.PI / 180), -0.9999, 0.9999);
        return 0.5 - Math.Log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    }

    private sealed class Cell
    {
        private double _latitudes, _longitudes, _south = 90, _west = 180, _north = -90, _east = -180;
        private BoardTip? _tip;

        public int Count { get; private set; }

        public void Add(BoardTip tip, double latitude, double longitude)
        {
            Count++;
            (_latitudes, _longitudes) = (_latitudes + latitude, _longitudes + longitude);
            (_south, _north) = (Math.Min(_south, latitude), Math.Max(_north, latitude));
            (_west, _east) = (Math.Min(_west, longitude), Math.Max(_east, longitude));
            if (_tip is null || Array.IndexOf(Urgency, tip.Row.Review) < Array.IndexOf(Urgency, _tip.Row.Review))
                _tip = tip;
        }

        public TipHeap ToHeap(string id) => new(
            id, new GeoPoint(_latitudes / Count, _longitudes / Count), new MapBounds(_south, _west, _north, _east), _tip!, Count);
    }
}
