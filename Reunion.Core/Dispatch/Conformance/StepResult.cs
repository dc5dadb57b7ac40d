using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Core.Dispatch.Conformance;

/// <summary>What a step came to.</summary>
/// <param name="Step">The step.</param>
/// <param name="Exchange">What was sent and answered.</param>
public sealed record StepResult(ConformanceStep Step, Exchange Exchange)
{
    /// <summary>Whether the partner answered as it must.</summary>
    public bool IsPassed => Step.IsMetBy(Exchange.Status);
}
