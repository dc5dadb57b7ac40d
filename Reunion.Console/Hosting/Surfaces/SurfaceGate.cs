namespace Reunion.Console.Hosting.Surfaces;

/// <summary>Answers 404 to what the surface does not serve, before anybody is asked who they are.</summary>
internal static class SurfaceGate
{
    public static void UseReunionSurfaces(this WebApplication app)
    {
        app.UseRouting();
        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is { } endpoint)
                // One without a surface is routing's own refusal, 405 or 415: it needs nobody's rights.
                return endpoint.Metadata.GetMetadata<SurfaceMetadata>() is null && endpoint.RequestDelegate is { } refuse ? refuse(context) : next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
