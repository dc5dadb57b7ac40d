using Microsoft.Extensions.Localization;
using Reunion.Console.Api;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Cases.Issuing;
using Reunion.Console.Resources;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>What the map of a case shows.</summary>
internal static class CaseLayers
{
    /// <summary>The radius that an alert opens with when nothing is known yet, in metres.</summary>
    public static readonly double FirstRadiusMetres = RadiusSchedule.Reunion.RadiusMetres(1);

    // How many of the steps to come are drawn before issuing; more would hide what the first ones mean.
    private const int StepsToCome = 3;

    /// <summary>The alert as it stands.</summary>
    public static IReadOnlyList<MapLayer> Of(CaseView view, IStringLocalizer<CasesText> text) =>
        view.Alert is { } alert ? [.. alert.Circles.SelectMany(c => Circles(alert, c, view.Rings, text)), Child(view.Case)] : [Child(view.Case)];

    /// <summary>The alert as it would open, with its next steps dashed.</summary>
    public static IReadOnlyList<MapLayer> Of(CaseView view, IssueDraft issue, IStringLocalizer<CasesText> text)
    {
        var centre = issue.Centre;
        var tone = issue.IsDrill ? CircleTone.Drill : CircleTone.Preview;
        var layers = new List<MapLayer>();
        if (issue.Opening is { } opening)
        {
            layers.Add(new CircleLayer("opens", centre, opening.RadiusMetres, tone) { Label = text.KilometresWord(opening.RadiusMetres) });
            layers.AddRange(issue.Steps.Where(s => !s.OpensWith).Take(StepsToCome).Select(s =>
                new CircleLayer($"step-{s.Ring}", centre, s.RadiusMetres, tone, CircleStyle.Dashed) { Label = text.KilometresWord(s.RadiusMetres) }));
        }
        layers.Add(Child(view.Case));
        layers.Add(new HandleLayer(
            issue.HandleId, centre, issue.LastSeen, [.. layers.OfType<CircleLayer>().Select(c => c.Id)], tone, text["CentreHandle"]));
        return layers;
    }

    private static IEnumerable<CircleLayer> Circles(Alert alert, Circle circle, IReadOnlyList<Ring> rings, IStringLocalizer<CasesText> text)
    {
        var schedule = alert.Schedule();
        var tone = Tone(alert, circle);
        var isOver = alert.Status == AlertStatus.Ended;
        for (var ring = 1; ring < circle.RingsSent; ring++)
            yield return new CircleLayer($"{circle.Id}-{ring}", circle.Centre, schedule.RadiusMetres(ring), tone, CircleStyle.Thin);
        if (circle.RingsSent > 0)
        {
            var radius = schedule.RadiusMetres(circle.RingsSent);
            var words = text.KilometresWord(radius);
            var isSilent = rings.Any(r => r.CircleId == circle.Id && r.Number == circle.RingsSent && r.IsSilent);
            yield return new CircleLayer(circle.Id.ToString(), circle.Centre, radius, tone, isOver ? CircleStyle.Thin : CircleStyle.Filled)
            {
                Label = isSilent ? text["RingSilent", words] : words, Pulse = alert.Status == AlertStatus.Live,
            };
        }
        if (alert.Status == AlertStatus.Live && circle.NextRingAtUtc(schedule) is { } due)
            yield return new CircleLayer($"{circle.Id}-next", circle.Centre, schedule.RadiusMetres(circle.RingsSent + 1), tone, CircleStyle.Dashed) { DueAtUtc = due };
    }

    private static CircleTone Tone(Alert alert, Circle circle) => (alert.Mode, circle.Reason) switch
    {
        (not AlertMode.Actual, _) => CircleTone.Drill,
        (_, CircleReason.Sighting) => CircleTone.Sighting,
        _ => CircleTone.Live,
    };

    private static MarkerLayer Child(Case missing) => new("last-seen", missing.LastSeen.Point, MarkerKind.Child, missing.LastSeen.Place)
    {
        PhotoUrl = missing.PhotoId is { } photo ? CasePhotos.UrlOf(photo) : null,
    };
}
