using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Reunion.Core.Common;
using Reunion.Core.Partners;

namespace Reunion.Console.Api.Partners;

/// <summary>How often a partner may ask: as many requests a second as its registration says, and one second's worth at once.</summary>
internal static class PartnerRate
{
    /// <summary>The policy of the partner API.</summary>
    public const string Policy = "Partner";

    /// <summary>Adds the policy; a partner whose rate was changed gets the new one with its next request.</summary>
    public static void AddPartnerRate(this IServiceCollection services)
    {
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(Policy, context => Partition(context.Partner())));
        services.AddSingleton(PartitionedRateLimiter.Create<Partner, (PartnerId, int)>(Partition));
    }

    private static RateLimitPartition<(PartnerId, int)> Partition(Partner partner) => RateLimitPartition.GetTokenBucketLimiter(
        (partner.Id, partner.RequestsPerSecond),
        static key => new TokenBucketRateLimiterOptions
        {
            TokenLimit = key.Item2,
            TokensPerPeriod = key.Item2,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
}
