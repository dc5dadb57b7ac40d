namespace Reunion.Core.Common.Caching;

/// <summary>Keeps answers that are costly to work out for a short while, so that many askers cost what one costs.</summary>
/// <param name="life">How long an answer counts, from when it was asked for.</param>
/// <param name="clock">Tells how old an answer is.</param>
/// <remarks>
/// Thread-safe. Those who ask while an answer is being worked out wait for the same one; a failure is told to them and not kept.
/// The work runs apart from whoever asked for it first, so that nobody's leaving stops it for the others.
/// </remarks>
public sealed class BriefCache<TKey, TValue>(TimeSpan life, TimeProvider clock)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (long At, Task<TValue> Answer)> _kept = [];

    /// <summary>The answer kept for a key, or a new one.</summary>
    /// <param name="key">What is asked.</param>
    /// <param name="make">Works the answer out, on a thread of the pool.</param>
    public Task<TValue> GetAsync(TKey key, Func<Task<TValue>> make)
    {
        lock (_gate)
        {
            foreach (var old in _kept.Where(k => !Counts(k.Value.At, k.Value.Answer)).Select(k => k.Key).ToList())
                _kept.Remove(old);
            if (!_kept.TryGetValue(key, out var kept))
                _kept[key] = kept = (clock.GetTimestamp(), Task.Run(make));
            return kept.Answer;
        }
    }

    private bool Counts(long at, Task<TValue> answer) =>
        !answer.IsCompleted || (answer.IsCompletedSuccessfully && clock.GetElapsedTime(at) < life);
}
