using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Reunion.Console.Api.Public.Pressure;

/// <summary>
/// Stops whoever tries codes of receipts. Codes have 80 random bits and cannot be found by trying; this keeps trying cheap for us.
/// Only wrong codes count, so that an honest holder behind the same address is met by it only while somebody there floods.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class WrongCodes(IOptions<PublicLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _tries = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetTokenBucketLimiter(PublicRates.AddressOf(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Value.WrongCodesAtOnce,
            TokensPerPeriod = limits.Value.WrongCodesPerMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        }));

    /// <summary>Whether this address has tried too many; a code is then not even looked up.</summary>
    // Not by asking for no permit at all: a hundredth of one is enough for that.
    public bool TooMany(HttpContext context) => _tries.GetStatistics(context)?.CurrentAvailablePermits < 1;

    /// <summary>Counts a wrong code.</summary>
    public void Add(HttpContext context) => _tries.AttemptAcquire(context).Dispose();

    public void Dispose() => _tries.Dispose();
}
