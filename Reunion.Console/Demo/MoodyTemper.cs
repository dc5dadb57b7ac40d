namespace Reunion.Console.Demo;

/// <summary>Answers 500 to one message in twenty, and 503 for some seconds every minute or two.</summary>
internal sealed class MoodyTemper(TimeProvider clock) : Temper
{
    private readonly Lock _gate = new();
    private DateTimeOffset _spellEnds;
    private DateTimeOffset _nextSpell = clock.GetUtcNow().AddSeconds(60);

    public override Task<Failure?> BeforeAsync(CancellationToken cancel) => Task.FromResult(
        IsInSpell() ? new Failure(StatusCodes.Status503ServiceUnavailable, false)
        : Random.Shared.Next(20) == 0 ? new Failure(StatusCodes.Status500InternalServerError, Random.Shared.Next(2) == 0)
        : null);

    private bool IsInSpell()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now >= _nextSpell)
            {
                _spellEnds = now.AddSeconds(Random.Shared.Next(3, 8));
                _nextSpell = now.AddSeconds(Random.Shared.Next(60, 120));
            }

            return now < _spellEnds;
        }
    }
}
