namespace Reunion.Core.Alerts;

/// <summary>What a circle at a sighting would do now.</summary>
/// <param name="Steps">The steps of its schedule, smallest first, with the phones that were not told of the alert yet.</param>
/// <param name="PhonesInside">All phones in the circle that it opens with, told already or not.</param>
/// <param name="NewPartners">The names of partners that it reaches at once and no circle of the alert has reached.</param>
public sealed record SightingReach(IReadOnlyList<ReachStep> Steps, long PhonesInside, IReadOnlyList<string> NewPartners)
{
    /// <summary>The step it opens with.</summary>
    public ReachStep Opening => Steps.Last(s => s.OpensWith || s.Ring == 1);

    /// <summary>Phones in the circle it opens with that are told by it; the others were told before.</summary>
    public long NewPhones => Opening.Phones;
}
