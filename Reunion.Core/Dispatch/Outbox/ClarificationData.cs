using Reunion.Core.Common.Text;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>What partners are told of a clarification.</summary>
/// <param name="ClarificationId">The clarification.</param>
/// <param name="Text">What is said.</param>
/// <param name="AlertId">The alert it is about; null, and then left out, for none in particular.</param>
public sealed record ClarificationData(string ClarificationId, LocalizedText Text, string? AlertId);
