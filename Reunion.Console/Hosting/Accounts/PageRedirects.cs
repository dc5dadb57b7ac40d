using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Reunion.Console.Hosting.Problems;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>Sends people to the sign-in page, and tells programs the plain status.</summary>
internal sealed class PageRedirects : CookieAuthenticationEvents
{
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        RedirectPages(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        RedirectPages(context, StatusCodes.Status403Forbidden);

    private static Task RedirectPages(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.HttpContext.WantsPage())
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
