namespace Reunion.Console.Demo;

/// <summary>Takes one to two seconds an answer.</summary>
internal sealed class SlowTemper(TimeProvider clock) : Temper
{
    public override async Task<Failure?> BeforeAsync(CancellationToken cancel)
    {
        await Task.Delay(TimeSpan.FromSeconds(1 + Random.Shared.NextDouble()), clock, cancel);
        return null;
    }
}
