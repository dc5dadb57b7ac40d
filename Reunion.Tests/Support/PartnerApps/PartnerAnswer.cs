using Microsoft.AspNetCore.Http;

namespace Reunion.Tests.Support.PartnerApps;

/// <summary>How a partner app answers one request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="RetryAfterSeconds">What it asks for with <c>Retry-After</c>.</param>
/// <param name="IsNever">Takes the request and never answers.</param>
/// <param name="Delay">How long it takes, in real time.</param>
/// <param name="Script">Answers by itself instead, with whatever a web server can do.</param>
internal sealed record PartnerAnswer(
    int Status, int? RetryAfterSeconds = null, bool IsNever = false, TimeSpan Delay = default, Func<HttpContext, Task>? Script = null)
{
    public static PartnerAnswer Ok { get; } = new(200);

    public static PartnerAnswer Never { get; } = new(200, IsNever: true);
}
