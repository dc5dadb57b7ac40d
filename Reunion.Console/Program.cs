using Reunion.Console.Hosting;
using Reunion.Console.Hosting.Startup;
using Reunion.Console.Hosting.Surfaces;

IEnumerable<SurfaceListener> listeners = [];
try
{
    await using var app = ReunionHost.Create(args);
    app.Services.GetRequiredService<UploadDirectory>().Use();
    listeners = app.Services.GetServices<SurfaceListener>();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartProblem.Explain(e, listeners) is { } problem)
{
    await System.Console.Error.WriteLineAsync(problem);
    return 1;
}
