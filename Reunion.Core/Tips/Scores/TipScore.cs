namespace Reunion.Core.Tips.Scores;

/// <summary>How much speaks for a tip, and what. It orders the queue and decides nothing.</summary>
/// <param name="Total">0 to 100: the sum of the points, cut off at both ends.</param>
/// <param name="Facts">The reasons.</param>
public sealed record TipScore(int Total, IReadOnlyList<ScoreFact> Facts)
{
    /// <summary>Sums reasons up.</summary>
    /// <param name="facts">The reasons.</param>
    public static TipScore Of(IReadOnlyList<ScoreFact> facts)
    {
        var sum = 0;
        foreach (var fact in facts)
            sum += fact.Points;
        return new TipScore(Math.Clamp(sum, 0, 100), facts);
    }

    /// <inheritdoc/>
    public bool Equals(TipScore? other) => other is not null && Total == other.Total && Facts.SequenceEqual(other.Facts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Total, Facts.Count);
}
