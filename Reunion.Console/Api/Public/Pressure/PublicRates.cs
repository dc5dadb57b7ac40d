using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Reunion.Console.Api.Public.Pressure;

/// <summary>What one address may send. Thousands behind a carrier's address get through; one machine that floods does not.</summary>
internal static class PublicRates
{
    /// <summary>The policy of tips and messages.</summary>
    public const string Forms = "PublicForms";

    /// <summary>The policy of reports.</summary>
    public const string Reports = "PublicReports";

    public static void AddPublicRates(this IServiceCollection services)
    {
        services.AddOptions<PublicLimits>().BindConfiguration(PublicLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<PublicLimits>>((options, limits) =>
        {
            options.AddPolicy(Forms, context => RateLimitPartition.GetTokenBucketLimiter(AddressOf(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.Value.FormsAtOnce,
                TokensPerPeriod = limits.Value.FormsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
            options.AddPolicy(Reports, context => RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = limits.Value.ReportsPerTenMinutes,
                Window = TimeSpan.FromMinutes(10),
            }));
        });
        services.AddSingleton(s => new WrongCodes(s.GetRequiredService<IOptions<PublicLimits>>()));
        services.AddSingleton<AlertPressure>();
        services.AddSingleton<ProofOfWork>();
    }

    /// <summary>Who sends: an address, of IPv6 the network, because a subscriber has a whole one.</summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
