using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Reunion.Console.Hosting.Language;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>What the account menu posts to.</summary>
internal static class AccountEndpoints
{
    public static void MapReunionSignIn(this WebApplication app)
    {
        var console = app.MapConsoleSurface();
        console.MapPost("/account/logout", SignOutAsync).AllowAnonymous();
        console.MapPost("/account/preferences", Prefer).AllowAnonymous();
    }

    private static async Task<RedirectHttpResult> SignOutAsync(AccountSignIn signIn, [FromForm] string? _)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("~/account/login");
    }

    private static RedirectHttpResult Prefer(HttpContext context, [FromForm] string? language, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        Preferences.Keep(context, language, theme);
        return TypedResults.LocalRedirect(LocalUrl.Or(returnUrl, "/"));
    }
}
