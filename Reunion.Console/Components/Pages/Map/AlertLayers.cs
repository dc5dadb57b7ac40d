using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Map;
using Reunion.Console.Live;
using Reunion.Console.Resources;
using Reunion.Core.Alerts;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>Turns open alerts into what a map draws.</summary>
public static class AlertLayers
{
    /// <summary>The id of a tip's dot.</summary>
    public static string TipLayerId(Reunion.Core.Common.TipId tip) => "tip:" + tip;

    /// <summary>Everything of every alert.</summary>
    public static IReadOnlyList<MapLayer> Of(MapSnapshot snapshot, IStringLocalizer<LiveMapText> text) =>
        [.. snapshot.Alerts.SelectMany(a => OfAlert(a, text))];

    private static List<MapLayer> OfAlert(MapAlert alert, IStringLocalizer<LiveMapText> text)
    {
        var layers = alert.Circles.SelectMany(c => OfCircle(alert, c, text)).ToList<MapLayer>();
        layers.AddRange(alert.Circles.Where(c => c.Reason == CircleReason.Sighting).Select(c =>
            new MarkerLayer($"sighting:{alert.Id}:{c.Id}", c.Centre, MarkerKind.Sighting, text["SightingLabel", alert.ChildName])));
        if (Path(alert) is { } path)
            layers.Add(path);
        layers.AddRange(alert.Tips.Select(t => new TipLayer(
            TipLayerId(t.Id), new(t.Latitude, t.Longitude), Tone(t.Review), text["TipLabel", text["Review_" + t.Review].Value, LocalTime.Short(t.AtUtc)])));
        layers.Add(new MarkerLayer(
            $"child:{alert.Id}", alert.LastSeenPoint, MarkerKind.Child,
            text["PinLabel", alert.ChildName, text["AgeYears", alert.AgeYears].Value, alert.LastSeenPlace])
        {
            PhotoUrl = PhotoLinks.OfCase(alert.PhotoId),
        });
        return layers;
    }

    private static IEnumerable<CircleLayer> OfCircle(MapAlert alert, MapCircle circle, IStringLocalizer<LiveMapText> text)
    {
        var tone = alert.IsDrill ? CircleTone.Drill : circle.Reason == CircleReason.Sighting ? CircleTone.Sighting : CircleTone.Live;
        for (var ring = 0; ring < circle.SentRadiiMetres.Count - 1; ring++)
            yield return new CircleLayer($"ring:{alert.Id}:{circle.Id}:{ring + 1}", circle.Centre, circle.SentRadiiMetres[ring], tone, CircleStyle.Thin);
        if (circle.RadiusMetres > 0)
            yield return new CircleLayer($"circle:{alert.Id}:{circle.Id}", circle.Centre, circle.RadiusMetres, tone)
            {
                Pulse = circle.HasJustGrown,
                Label = MapFormat.Distance(circle.RadiusMetres, text),
            };
        if (circle.NextRadiusMetres is { } next)
            yield return new CircleLayer(
                $"next:{alert.Id}:{circle.Id}", circle.Centre, next, tone == CircleTone.Live ? CircleTone.Next : tone, CircleStyle.Dashed)
            {
                Label = MapFormat.Distance(next, text),
                DueAtUtc = alert.Status == AlertStatus.Live ? circle.NextAtUtc : null,
            };
    }

    // From where the child was last seen through every verified sighting, in the order of seeing.
    private static PathLayer? Path(MapAlert alert)
    {
        var seen = alert.Tips.Where(t => t.Review == TipReview.Verified).OrderBy(t => t.AtUtc)
            .Select(t => new PathPoint(new(t.Latitude, t.Longitude), LocalTime.Short(t.AtUtc))).ToList();
        return seen.Count == 0 ? null
            : new PathLayer($"path:{alert.Id}", [new PathPoint(alert.LastSeenPoint, LocalTime.Short(alert.LastSeenAtUtc)), .. seen]);
    }

    private static TipTone Tone(TipReview review) => review switch
    {
        TipReview.InReview => TipTone.InReview,
        TipReview.Verified => TipTone.Verified,
        TipReview.Dismissed => TipTone.Dismissed,
        TipReview.Duplicate => TipTone.Duplicate,
        _ => TipTone.New,
    };
}
