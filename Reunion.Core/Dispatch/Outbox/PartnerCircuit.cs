using Polly;
using Polly.CircuitBreaker;
using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Makes a partner's circuit: after repeated failures nothing is tried for a while, then one message probes.</summary>
internal static class PartnerCircuit
{
    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(5);

    public static ResiliencePipeline<AttemptResult> Create(
        TimeProvider clock, CircuitBreakerStateProvider state, CircuitBreakerManualControl control) => new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AttemptResult>
        {
            ShouldHandle = new PredicateBuilder<AttemptResult>().HandleResult(r => !r.IsDelivered),
            FailureRatio = 0.8,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = BreakDuration,
            StateProvider = state,
            ManualControl = control,
        })
        .Build();
}
