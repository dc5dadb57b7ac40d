namespace Reunion.Core.Alerts.Coverage;

/// <summary>Whom the partners' phones leave out at one moment.</summary>
/// <param name="HasPositions">Whether any partner has told positions; without, nothing can be said.</param>
/// <param name="Gaps">The cells that no partner reaches, those with most people first.</param>
/// <param name="People">The people of all places of 50,000 and more that were looked at.</param>
public sealed record CoverageReport(bool HasPositions, IReadOnlyList<CoverageGap> Gaps, long People)
{
    /// <summary>The people of those places that no partner reaches.</summary>
    public long PeopleMissed { get; } = Gaps.Sum(g => g.People);
}
