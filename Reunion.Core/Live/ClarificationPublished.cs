using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>The police made something clear in public.</summary>
/// <param name="Clarification">What.</param>
public sealed record ClarificationPublished(ClarificationId Clarification) : LiveEvent;
