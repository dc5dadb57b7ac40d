namespace Reunion.Core.Tips.Scores;

/// <summary>How fast a child can be brought from one place to another.</summary>
public static class Travel
{
    /// <summary>Up to this distance only roads count, in metres.</summary>
    public const double RoadMetres = 50_000;

    /// <summary>The fastest on roads, door to door, in km/h.</summary>
    public const double RoadKmh = 130;

    /// <summary>From this distance on the fastest trains count in full, in metres; between the two the limit rises evenly.</summary>
    public const double TrainMetres = 200_000;

    /// <summary>The fastest over long distances, a high-speed train's, in km/h.</summary>
    public const double LongKmh = 350;

    /// <summary>By how much a place that somebody names may be off, in metres.</summary>
    public const double PlaceSlackMetres = 2_000;

    /// <summary>By how much a time that somebody remembers may be off.</summary>
    public static TimeSpan TimeSlack { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The speed that a way takes, in km/h, in favour of who remembers place and time: never infinite.</summary>
    /// <param name="metres">The distance.</param>
    /// <param name="time">The time between; the sign does not matter.</param>
    public static double Kmh(double metres, TimeSpan time) =>
        Math.Max(0, metres - PlaceSlackMetres) / 1000 / (time.Duration() + TimeSlack).TotalHours;

    /// <summary>The fastest that anything travels over a distance, in km/h.</summary>
    /// <param name="metres">The distance.</param>
    public static double FastestKmh(double metres) =>
        RoadKmh + (LongKmh - RoadKmh) * Math.Clamp((metres - RoadMetres) / (TrainMetres - RoadMetres), 0, 1);

    /// <summary>Whether a speed is more than anything travels over that distance.</summary>
    /// <param name="metres">The distance.</param>
    /// <param name="kmh">The speed.</param>
    public static bool IsImpossible(double metres, double kmh) => kmh > FastestKmh(metres);
}
