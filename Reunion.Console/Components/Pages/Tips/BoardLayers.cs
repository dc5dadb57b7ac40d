using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Map;
using Reunion.Console.Live;
using Reunion.Console.Resources;
using Reunion.Core.Geography;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;
using Reunion.Core.Tips.Scores;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Turns the board into what its map draws.</summary>
/// <param name="text">The board's words.</param>
/// <param name="mapText">The live map's words.</param>
public sealed class BoardLayers(IStringLocalizer<TipsText> text, IStringLocalizer<LiveMapText> mapText)
{
    private const int MostClusters = 60;
    private const double ClusterZoom = 8;
    private const double LabelZoom = 11;
    private const double RingPixels = 18;

    /// <summary>The dots and heaps of the tips that fit the filter.</summary>
    /// <param name="tips">The tips.</param>
    /// <param name="view">What the map shows; null when that is not known yet.</param>
    public IEnumerable<MapLayer> Dots(IReadOnlyList<BoardTip> tips, MapView? view) =>
        view is null ? [] : TipHeaps.Of(tips, view).Select(Dot);

    /// <summary>The clusters of a board in view, the densest first; from afar they would be less than a dot.</summary>
    /// <param name="board">The board.</param>
    /// <param name="view">What the map shows.</param>
    public IEnumerable<MapLayer> Clusters(BoardSnapshot board, MapView? view) => view is not { Zoom: >= ClusterZoom } ? [] : board.Clusters
        .Where(c => TipHeaps.IsIn(view.Bounds, c.Centre.Latitude, c.Centre.Longitude)).Take(MostClusters).Select(cluster =>
        new CircleLayer($"cluster:{cluster.Seed}", cluster.Centre, cluster.RadiusMetres, CircleTone.Cluster, CircleStyle.Thin)
        {
            Label = view.Zoom >= LabelZoom ? text["ClusterLabel", cluster.Count, LocalTime.Clock(cluster.FromUtc), LocalTime.Clock(cluster.UntilUtc)].Value : null,
        });

    /// <summary>The dated way through the verified sightings; null when there is none.</summary>
    /// <param name="board">The board.</param>
    public MapLayer? Path(BoardSnapshot board) => board.Legs.Count == 0 ? null : new PathLayer(
        $"path:{board.Alert}",
        [new PathPoint(board.Scene.LastSeen, LocalTime.Short(board.Scene.LastSeenAtUtc)), .. board.Legs.Select(Point)]);

    /// <summary>The ring round the tip that is looked at, as large on the screen at any zoom.</summary>
    /// <param name="point">Where.</param>
    /// <param name="view">What the map shows.</param>
    public static MapLayer? Ring(GeoPoint? point, MapView? view) => point is { } at && view is not null
        ? new CircleLayer("selected", at, RingPixels * MetresPerPixel(at.Latitude, view.Zoom), CircleTone.Preview) : null;

    private static double MetresPerPixel(double latitude, double zoom) => 156_543 * Math.Cos(latitude * Math.PI / 180) / Math.Pow(2, zoom);

    private static TipTone Tone(TipReview review) => review switch
    {
        TipReview.InReview => TipTone.InReview,
        TipReview.Verified => TipTone.Verified,
        TipReview.Dismissed => TipTone.Dismissed,
        TipReview.Duplicate => TipTone.Duplicate,
        _ => TipTone.New,
    };

    private PathPoint Point(SightingLeg leg) => new(leg.To.Point, LocalTime.Short(leg.To.AtUtc))
    {
        IsDoubtful = leg.IsImpossible,
        LegLabel = leg.IsImpossible ? LegWords(leg) : null,
    };

    private string LegWords(SightingLeg leg) => text["ImpossibleLeg", MapFormat.Distance(leg.Metres, mapText), BoardWords.Duration(Math.Abs(leg.Hours), text)];

    private TipLayer Dot(TipHeap heap) => heap.Count == 1
        ? new TipLayer(AlertLayers.TipLayerId(heap.Tip.Id), heap.Point, Tone(heap.Tip.Row.Review),
            mapText["TipLabel", mapText["Review_" + heap.Tip.Row.Review].Value, LocalTime.Short(heap.Tip.Row.AtUtc)])
        : new TipLayer(heap.Id, heap.Point, Tone(heap.Tip.Row.Review), text["HeapLabel", heap.Count]) { Count = heap.Count, Bounds = heap.Bounds };
}
