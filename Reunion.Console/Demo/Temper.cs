namespace Reunion.Console.Demo;

/// <summary>How an app's server behaves: most answer at once, one is slow, one fails now and then.</summary>
internal abstract class Temper
{
    public static Temper Of(string slug, TimeProvider clock) => slug switch
    {
        "pay" => new SlowTemper(clock),
        "food" => new MoodyTemper(clock),
        _ => new CalmTemper(),
    };

    /// <summary>Waits as long as the server takes, and says which failure it answers with, or null.</summary>
    public abstract Task<Failure?> BeforeAsync(CancellationToken cancel);

    /// <summary>A failing answer.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="IsAfterWork">Whether the message was taken all the same, and only the answer is lost.</param>
    internal sealed record Failure(int Status, bool IsAfterWork);
}
