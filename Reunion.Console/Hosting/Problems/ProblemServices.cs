namespace Reunion.Console.Hosting.Problems;

/// <summary>Turns whatever goes wrong into an answer that its reader understands.</summary>
internal static class ProblemServices
{
    public static void AddReunionProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
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
    }
}
