namespace Reunion.Core.Alerts.Radius;

/// <summary>How a circle grows: a list of steps, each a ring. Immutable, so thread-safe.</summary>
public sealed class RadiusSchedule
{
    /// <summary>A schedule from its steps.</summary>
    /// <param name="steps">At least one; the first after no time; times and radii strictly growing; radii up to 5,000 km.</param>
    /// <exception cref="ArgumentException">The steps do not grow, or a radius is out of range.</exception>
    public RadiusSchedule(IReadOnlyList<RadiusStep> steps)
    {
        if (steps.Count == 0 || steps[0].After != TimeSpan.Zero)
            throw new ArgumentException("A schedule begins with a step after no time.", nameof(steps));
        if (steps.Any(s => s.RadiusMetres is not (> 0 and <= 5_000_000)))
            throw new ArgumentException("A radius lies above 0 and up to 5,000 km.", nameof(steps));
        if (steps.Zip(steps.Skip(1)).Any(pair => pair.Second.After <= pair.First.After || pair.Second.RadiusMetres <= pair.First.RadiusMetres))
            throw new ArgumentException("The steps of a schedule grow in time and in radius.", nameof(steps));
        Steps = [.. steps];
    }

    /// <summary>
    /// The schedule of the system that this one is modelled on: 100 km at once, 200 km after an hour, 300 km after two,
    /// 500 km after three, then 100 km more each hour up to 1,000 km.
    /// </summary>
    public static RadiusSchedule Reunion { get; } = new(
    [
        new(TimeSpan.Zero, 100_000), new(TimeSpan.FromHours(1), 200_000), new(TimeSpan.FromHours(2), 300_000),
        .. Enumerable.Range(3, 6).Select(hour => new RadiusStep(TimeSpan.FromHours(hour), 500_000 + 100_000 * (hour - 3))),
    ]);

    /// <summary>The steps; ring <c>n</c> is step <c>n − 1</c>.</summary>
    public IReadOnlyList<RadiusStep> Steps { get; }

    /// <summary>How many rings are due after some time.</summary>
    /// <param name="elapsed">Time since the clock started; negative counts as none.</param>
    /// <returns>1 to the number of steps.</returns>
    public int RingsDue(TimeSpan elapsed) => Math.Max(1, Steps.Count(s => s.After <= elapsed));

    /// <summary>The radius after a number of rings, in metres; 0 for no ring.</summary>
    /// <param name="rings">0 to the number of steps.</param>
    public double RadiusMetres(int rings) => rings == 0 ? 0 : Steps[rings - 1].RadiusMetres;

    /// <summary>The same growth at another pace: a demo shows an hour in a minute.</summary>
    /// <param name="scale">How many times faster, above 0; 1 changes nothing.</param>
    public RadiusSchedule Faster(double scale) => new([.. Steps.Select(s => s with { After = s.After / scale })]);
}
