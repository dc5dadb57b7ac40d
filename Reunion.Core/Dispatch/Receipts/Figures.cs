namespace Reunion.Core.Dispatch.Receipts;

/// <summary>What all actual alerts came to; exercises and tests are left out.</summary>
/// <param name="OpenAlerts">Alerts that have not ended.</param>
/// <param name="EndedAlerts">Alerts that have.</param>
/// <param name="Found">Ended alerts whose child was found.</param>
/// <param name="PhonesTold">Phones in batches that partners took.</param>
/// <param name="Delivered">Phones that partners say showed an alert.</param>
/// <param name="Opened">Phones on which they say it was opened.</param>
/// <param name="MedianLastSeenToIssued">The middle time from last seen to issued; null without alerts.</param>
/// <param name="Tips">Tips by kind and review; combinations without tips are left out.</param>
/// <param name="Rings">Rings by number, from the first.</param>
public sealed record Figures(
    int OpenAlerts, int EndedAlerts, int Found, long PhonesTold, long Delivered, long Opened, TimeSpan? MedianLastSeenToIssued,
    IReadOnlyList<TipFigure> Tips, IReadOnlyList<RingFigure> Rings);
