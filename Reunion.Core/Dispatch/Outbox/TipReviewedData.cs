using Reunion.Core.Tips;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>What a partner is told of a tip that it sent.</summary>
/// <param name="TipId">The tip.</param>
/// <param name="AlertId">The alert it answers.</param>
/// <param name="Review">Where its review stands.</param>
public sealed record TipReviewedData(string TipId, string AlertId, TipReview Review);
