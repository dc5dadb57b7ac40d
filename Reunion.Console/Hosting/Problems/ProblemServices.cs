using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace Reunion.Console.Hosting.Problems;

/// <summary>Turns whatever goes wrong into an answer that its reader understands.</summary>
internal static class ProblemServices
{
    public static void AddReunionProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
    }

    /// <summary>After the antiforgery check: a form that did not pass it is answered, not failed on when it is read.</summary>
    public static void RefuseForgedForms(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    // The error page of a form is read like any other: as a form it would be refused once more, and fail.
    private static Task ReadErrorPages(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    // Reading JSON in a character set that nobody knows counts as the program's own mistake otherwise.
    private static Task RefuseUnknownCharsets(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.HasJsonContentType() || IsKnown(context.Request.GetTypedHeaders().ContentType?.Charset))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }

    private static bool IsKnown(StringSegment? charset)
    {
        try
        {
            return string.IsNullOrEmpty(charset?.Value) || Encoding.GetEncoding(charset.Value.Value!.Trim('"')) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    public static void UseReunionProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = _ => true,
            StatusCodeSelector = ProblemExceptionHandler.StatusOf,
        });
        app.UseWhen(c => c.WantsPage(), pages => pages.UseStatusCodePagesWithReExecute("/error", "?status={0}", createScopeForStatusCodePages: true));
        app.UseWhen(c => !c.WantsPage(), apis => apis.UseStatusCodePages(c =>
            StatusProblems.WriteAsync(c.HttpContext, c.HttpContext.Response.StatusCode)));
        app.Use(ReadErrorPages);
        app.Use(RefuseUnknownCharsets);
    }
}
