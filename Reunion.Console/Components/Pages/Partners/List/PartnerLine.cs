using Reunion.Core.Dispatch.Health;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners.List;

/// <summary>One partner with how it does.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Health">How it does.</param>
public sealed record PartnerLine(Partner Partner, PartnerHealth Health)
{
    /// <summary>The share of messages taken below which somebody should look.</summary>
    public const double FairRate = 0.95;

    /// <summary>How long a message may wait before somebody should look.</summary>
    public static readonly TimeSpan FairWait = TimeSpan.FromMinutes(10);

    /// <summary>Whether too many messages were not taken.</summary>
    public bool FailsOften => Health.SuccessRate < FairRate;

    /// <summary>Whether a message waits for too long.</summary>
    /// <param name="now">The time.</param>
    public bool WaitsLong(DateTimeOffset now) => Health.OldestPendingAtUtc is { } oldest && now - oldest > FairWait;

    /// <summary>Whether somebody should look; a partner that was removed needs nobody.</summary>
    /// <param name="now">The time.</param>
    public bool NeedsAttention(DateTimeOffset now) => Partner.Status != PartnerStatus.Removed
        && (Partner.EndpointGoneAtUtc is not null || Partner.ExerciseEndpointGoneAtUtc is not null || Partner.DeliveryPausedAtUtc is not null
            || Health.IsCircuitOpen || FailsOften || WaitsLong(now));
}
