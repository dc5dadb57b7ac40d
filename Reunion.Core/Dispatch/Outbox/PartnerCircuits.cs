using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Holds every partner's circuit, so that an operator sees it and can close it.</summary>
/// <param name="clock">Ends breaks.</param>
/// <remarks>Thread-safe. A restart begins with closed circuits.</remarks>
public sealed class PartnerCircuits(TimeProvider clock)
{
    private readonly ConcurrentDictionary<PartnerId, Lazy<Circuit>> _circuits = new();

    /// <summary>Whether nothing is tried for a while because messages kept failing.</summary>
    /// <param name="partner">The partner.</param>
    public bool IsOpen(PartnerId partner) => Of(partner).State.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>Runs attempts while the partner's circuit is closed.</summary>
    internal ResiliencePipeline<AttemptResult> PipelineOf(PartnerId partner) => Of(partner).Pipeline;

    /// <summary>Closes the partner's circuit, so that the next attempt is made at once.</summary>
    internal Task CloseAsync(PartnerId partner, CancellationToken cancel) => Of(partner).Control.CloseAsync(cancel);

    private Circuit Of(PartnerId partner) => _circuits.GetOrAdd(partner, _ => new Lazy<Circuit>(Create)).Value;

    private Circuit Create()
    {
        var (state, control) = (new CircuitBreakerStateProvider(), new CircuitBreakerManualControl());
        return new Circuit(PartnerCircuit.Create(clock, state, control), state, control);
    }

    private sealed record Circuit(ResiliencePipeline<AttemptResult> Pipeline, CircuitBreakerStateProvider State, CircuitBreakerManualControl Control);
}
