using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Reunion.Console.Hosting.Problems;
using Reunion.Core.Partners;

namespace Reunion.Console.Api.Partners;

/// <summary>Reads <c>Authorization: Bearer rnk_…</c>; browsers' SignalR clients can only send it as <c>access_token</c>.</summary>
internal sealed class PartnerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AuthenticatePartner authenticate)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { } token)
            return AuthenticateResult.NoResult();
        if (await authenticate.ExecuteAsync(token, Context.RequestAborted) is not { } partner)
            return AuthenticateResult.Fail("This API key is not valid.");

        Context.Features.Set(new PartnerFeature(partner, token));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, partner.Id.ToString())], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemAnswer.WriteAsync(Context, StatusCodes.Status401Unauthorized, "unauthorized", "A valid API key is needed.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemAnswer.WriteAsync(Context, StatusCodes.Status403Forbidden, "partner_suspended", "This partner is suspended.");

    // A key in a query ends up in logs, so it counts only where there is no other way.
    private string? Token()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return header[Bearer.Length..].Trim();
        return Request.Path.StartsWithSegments("/hubs") && Request.Query["access_token"].ToString() is { Length: > 0 } token ? token : null;
    }
}
