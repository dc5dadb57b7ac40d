using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners.List;

/// <summary>Which partners the list shows, and in which order.</summary>
/// <param name="Text">A part of the name; empty for all.</param>
/// <param name="OnlyTroubled">Only those that somebody should look at.</param>
/// <param name="WithRemoved">Also those that were removed.</param>
/// <param name="Order">By what they are ordered.</param>
/// <param name="IsDescending">The largest, the newest, or the last of the alphabet first.</param>
public sealed record PartnerFilter(
    string Text = "", bool OnlyTroubled = false, bool WithRemoved = false, PartnerOrder Order = PartnerOrder.Name, bool IsDescending = false)
{
    /// <summary>The partners that pass, in order; those of which the number is not known come last either way.</summary>
    /// <param name="lines">All partners.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<PartnerLine> Of(IEnumerable<PartnerLine> lines, DateTimeOffset now)
    {
        var passing = lines
            .Where(l => WithRemoved || l.Partner.Status != PartnerStatus.Removed)
            .Where(l => !OnlyTroubled || l.NeedsAttention(now))
            .Where(l => l.Partner.Name.Contains(Text.Trim(), StringComparison.CurrentCultureIgnoreCase))
            .OrderBy(l => l.Partner.Name, StringComparer.CurrentCulture).ToList();
        if (Order == PartnerOrder.Name)
            return IsDescending ? [.. Enumerable.Reverse(passing)] : passing;
        var known = passing.Where(l => Number(l, now) is not null);
        var ordered = IsDescending ? known.OrderByDescending(l => Number(l, now)) : known.OrderBy(l => Number(l, now));
        return [.. ordered, .. passing.Where(l => Number(l, now) is null)];
    }

    /// <summary>The same by another column; by the same one the other way round. What is bad comes first at first.</summary>
    /// <param name="order">The column.</param>
    public PartnerFilter By(PartnerOrder order) => order == Order
        ? this with { IsDescending = !IsDescending }
        : this with { Order = order, IsDescending = order is PartnerOrder.Phones or PartnerOrder.Slowness or PartnerOrder.Waiting };

    private double? Number(PartnerLine line, DateTimeOffset now) => Order switch
    {
        PartnerOrder.Phones => line.Health.Phones,
        PartnerOrder.Success => line.Health.SuccessRate,
        PartnerOrder.Slowness => line.Health.P99Milliseconds,
        PartnerOrder.Waiting => (now - line.Health.OldestPendingAtUtc)?.TotalSeconds,
        _ => -(now - line.Health.LastContactAtUtc)?.TotalSeconds,
    };
}
