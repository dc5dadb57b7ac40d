namespace Reunion.Console.Demo;

internal sealed class CalmTemper : Temper
{
    public override Task<Failure?> BeforeAsync(CancellationToken cancel) => Task.FromResult<Failure?>(null);
}
