namespace Reunion.Core.Alerts;

/// <summary>What one step of a schedule would reach now.</summary>
/// <param name="Ring">The ring's number, from 1.</param>
/// <param name="RadiusMetres">The radius in metres.</param>
/// <param name="DueAtUtc">When the ring would be sent if the alert were issued now.</param>
/// <param name="OpensWith">Whether it is sent at once.</param>
/// <param name="Partners">The whole circle, by partner.</param>
public sealed record ReachStep(int Ring, double RadiusMetres, DateTimeOffset DueAtUtc, bool OpensWith, IReadOnlyList<PartnerReach> Partners)
{
    /// <summary>Whether the phones that it adds would be told without a sound.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Phones in the whole circle now.</summary>
    public long Phones => Partners.Sum(p => p.Phones);
}
