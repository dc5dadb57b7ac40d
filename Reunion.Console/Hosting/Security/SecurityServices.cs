using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Reunion.Core.Common.Hosting;

namespace Reunion.Console.Hosting.Security;

/// <summary>Keys, forged forms, guessed passwords, headers.</summary>
internal static class SecurityServices
{
    /// <summary>The rate limit of sign-in attempts from one address, beside the lockout of each account.</summary>
    public const string SignInLimit = "sign-in";

    private const int SignInsPerMinute = 30;

    public static void AddReunionSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("Reunion");
        builder.Services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<ReunionOptions>, ILoggerFactory>((keys, options, logs) => keys.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(Path.Combine(options.Value.DataDirectory, "keys")), logs));
        builder.Services.AddAntiforgery(o => o.Cookie.Name = "reunion.form");
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = TellWhenAsync;
            options.AddPolicy(SignInLimit, BySender);
        });
    }

    public static void UseReunionSecurity(this WebApplication app) => app.UseReunionSecurityHeaders();

    private static RateLimitPartition<string> BySender(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("");

    private static ValueTask TellWhenAsync(OnRejectedContext context, CancellationToken cancel)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.HttpContext.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
