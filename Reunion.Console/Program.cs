using Reunion.Console.Hosting;
using Reunion.Console.Hosting.Startup;

try
{
    await using var app = ReunionHost.Create(args);
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartProblem.Explain(e) is { } problem)
{
    await System.Console.Error.WriteLineAsync(problem);
    return 1;
}
