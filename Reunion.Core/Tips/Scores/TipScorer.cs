using Reunion.Core.Geography;
using Reunion.Core.Tips.Board;

namespace Reunion.Core.Tips.Scores;

/// <summary>Weighs a tip. The points of all reasons that speak for one add up to 100. Pure and thread-safe.</summary>
public static class TipScorer
{
    /// <summary>For photos.</summary>
    public const int PhotoPoints = 15;

    /// <summary>For a place in a circle.</summary>
    public const int InsidePoints = 15;

    /// <summary>For a place that the child can have come to in time.</summary>
    public const int ReachablePoints = 20;

    /// <summary>Against a place that nobody gets to in time.</summary>
    public const int UnreachablePoints = -30;

    /// <summary>Against what was seen before the child went missing.</summary>
    public const int BeforePoints = -20;

    /// <summary>For a partner's own record.</summary>
    public const int SignalPoints = 15;

    /// <summary>For an earlier tip that was verified.</summary>
    public const int EarlierPoints = 15;

    // More than three who agree are worth no more than three, and however many who write the same words less than one of
    // them: a campaign writes a thousand tips as easily as ten.
    private static readonly int[] AgreementPoints = [0, 6, 11, 15];

    /// <summary>The score of a tip with its reasons.</summary>
    /// <param name="tip">The tip.</param>
    /// <param name="others">How many others name the same place and time.</param>
    /// <param name="scene">What is known of the alert.</param>
    public static TipScore Score(TipRow tip, int others, ScoreScene scene)
    {
        var facts = new List<ScoreFact>(6);
        if (tip.Photos > 0)
            facts.Add(new(ScoreReason.Photo, PhotoPoints, tip.Photos));
        if (tip.Point() is { } point)
        {
            AddPlace(facts, point, scene);
            if (tip.SeenAtUtc is { } seen)
                AddReach(facts, tip, point, seen, scene);
        }

        if (others > 0)
            facts.Add(new(ScoreReason.Agreement, AgreementPoints[Math.Min(others, AgreementPoints.Length - 1)], others));
        if (tip.Repeats > 0)
            facts.Add(new(ScoreReason.SameWords, tip.Repeats < 10 ? 3 : 5, tip.Repeats));
        if (tip.IsPartnerSignal)
            facts.Add(new(ScoreReason.PartnerSignal, SignalPoints, 1));
        if (tip.IsFromKnown)
            facts.Add(new(ScoreReason.EarlierTip, EarlierPoints, 1));
        return TipScore.Of(facts);
    }

    private static void AddPlace(List<ScoreFact> facts, GeoPoint point, ScoreScene scene)
    {
        var metres = Geodesic.DistanceMetres(scene.LastSeen, point);
        facts.Add(scene.IsInside(point) ? new(ScoreReason.InsideCircle, InsidePoints, metres) : new(ScoreReason.OutsideCircles, 0, metres));
    }

    // From what is known before it, and on to what is known after it: the harder of the two counts.
    private static void AddReach(List<ScoreFact> facts, TipRow tip, GeoPoint point, DateTimeOffset seen, ScoreScene scene)
    {
        if (seen < scene.LastSeenAtUtc - Travel.TimeSlack)
        {
            facts.Add(new(ScoreReason.BeforeLastSeen, BeforePoints, (scene.LastSeenAtUtc - seen).TotalHours));
            return;
        }

        var (before, beforeUtc) = (scene.LastSeen, scene.LastSeenAtUtc);
        SceneSighting? after = null;
        foreach (var sighting in scene.Sightings)
        {
            if (sighting.Tip == tip.Id)
                continue;
            if (sighting.AtUtc > seen)
            {
                after = sighting;
                break;
            }

            if (sighting.AtUtc >= beforeUtc)
                (before, beforeUtc) = (sighting.Point, sighting.AtUtc);
        }

        var (kmh, impossible) = Leg(before, beforeUtc, point, seen);
        if (after is { } next)
        {
            var (onKmh, onImpossible) = Leg(point, seen, next.Point, next.AtUtc);
            if (onImpossible.CompareTo(impossible) is var harder && (harder > 0 || (harder == 0 && onKmh > kmh)))
                (kmh, impossible) = (onKmh, onImpossible);
        }

        facts.Add(impossible ? new(ScoreReason.Unreachable, UnreachablePoints, kmh) : new(ScoreReason.Reachable, ReachablePoints, kmh));
    }

    private static (double Kmh, bool IsImpossible) Leg(GeoPoint from, DateTimeOffset fromUtc, GeoPoint to, DateTimeOffset toUtc)
    {
        var metres = Geodesic.DistanceMetres(from, to);
        var kmh = Travel.Kmh(metres, toUtc - fromUtc);
        return (kmh, Travel.IsImpossible(metres, kmh));
    }
}
