namespace Reunion.Core.Dispatch.Conformance;

/// <summary>What a session came to. It is shown and handed on, and stored nowhere.</summary>
/// <param name="PartnerName">Whose endpoint it was.</param>
/// <param name="Endpoint">The exercise endpoint.</param>
/// <param name="StartedAtUtc">When it began.</param>
/// <param name="Script">All steps, in order.</param>
/// <param name="Results">What those that were run came to, in the same order; only the first when the endpoint could not be reached at all.</param>
public sealed record ConformanceReport(
    string PartnerName, string Endpoint, DateTimeOffset StartedAtUtc,
    IReadOnlyList<ConformanceStep> Script, IReadOnlyList<StepResult> Results)
{
    /// <summary>How many steps were answered as they must be.</summary>
    public int Passed => Results.Count(r => r.IsPassed);

    /// <summary>Whether all of them were.</summary>
    public bool IsPassed => Passed == Script.Count;
}
