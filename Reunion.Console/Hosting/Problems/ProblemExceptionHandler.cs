using Microsoft.AspNetCore.Diagnostics;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Hosting.Problems;

/// <summary>Answers programs with a problem; people get the error page. What nobody foresaw is logged here, once.</summary>
internal sealed class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested && exception is OperationCanceledException)
            return true;

        var status = StatusOf(exception);
        if (status >= 500)
            Log(httpContext, exception);
        if (httpContext.WantsPage())
        {
            httpContext.Response.StatusCode = status;
            return false;
        }

        if (exception is ProblemException problem)
            await ProblemAnswer.WriteAsync(httpContext, problem);
        else
            await StatusProblems.WriteAsync(httpContext, status);
        return true;
    }

    internal static int StatusOf(Exception exception) => exception switch
    {
        ProblemException e => ProblemAnswer.StatusOf(e.Kind),
        BadHttpRequestException e => e.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    // The route's pattern, not the path: paths carry codes of cases and tipsters.
    private void Log(HttpContext context, Exception exception)
    {
        var feature = context.Features.Get<IExceptionHandlerFeature>();
        log.LogError(exception, "{Method} {Route} failed", context.Request.Method, (feature?.Endpoint as RouteEndpoint)?.RoutePattern.RawText);
    }
}
