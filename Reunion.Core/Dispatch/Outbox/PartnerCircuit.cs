using Polly;
using Polly.CircuitBreaker;
using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>
/// A partner's circuit. While messages keep failing, those that were never tried wait and one at a time probes. What was tried
/// keeps the schedule that partners are promised: it is little, as the circuit opened early, and each of it probes too.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PartnerCircuit
{
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(6);

    private readonly CircuitBreakerStateProvider _state = new();
    private readonly CircuitBreakerManualControl _control = new();
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<AttemptResult> _pipeline;
    private long _probeAtTicks;

    public PartnerCircuit(TimeProvider clock)
    {
        _clock = clock;
        _pipeline = new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AttemptResult>
            {
                ShouldHandle = new PredicateBuilder<AttemptResult>().HandleResult(r => !r.IsDelivered),
                FailureRatio = 0.8,
                MinimumThroughput = 5,
                SamplingDuration = TimeSpan.FromSeconds(30),
                // Partners that failed together do not all get their probes together.
                BreakDurationGenerator = _ => ValueTask.FromResult(ShortestBreak + (LongestBreak - ShortestBreak) * Random.Shared.NextDouble()),
                OnOpened = opened =>
                {
                    Volatile.Write(ref _probeAtTicks, (clock.GetUtcNow() + opened.BreakDuration).UtcTicks);
                    return default;
                },
                StateProvider = _state,
                ManualControl = _control,
            })
            .Build();
    }

    /// <summary>Whether messages kept failing and none was taken since.</summary>
    public bool IsOpen => _state.CircuitState != CircuitState.Closed;

    /// <summary>When a message that was never tried may probe; of no meaning while the circuit is closed.</summary>
    public DateTimeOffset ProbeAtUtc => new(Volatile.Read(ref _probeAtTicks), TimeSpan.Zero);

    /// <summary>Whether a message that was never tried may probe now.</summary>
    public bool IsProbeDue => _state.CircuitState == CircuitState.Open && ProbeAtUtc <= _clock.GetUtcNow();

    /// <summary>Makes an attempt, or returns null when it must wait; a retry never must.</summary>
    public async Task<AttemptResult?> TryAsync(bool isRetry, Func<CancellationToken, ValueTask<AttemptResult>> attempt, CancellationToken cancel)
    {
        try
        {
            return await _pipeline.ExecuteAsync(attempt, cancel);
        }
        catch (BrokenCircuitException) when (!isRetry)
        {
            return null;
        }
        catch (BrokenCircuitException)
        {
            var result = await attempt(cancel);
            if (result.IsDelivered)
                await CloseAsync(cancel);
            return result;
        }
    }

    /// <summary>Lets everything go again.</summary>
    public Task CloseAsync(CancellationToken cancel) => _control.CloseAsync(cancel);
}
