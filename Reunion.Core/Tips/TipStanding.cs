using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>Where a tip stands, for telling who sent it.</summary>
/// <param name="AlertId">The alert it answers.</param>
/// <param name="PartnerId">The partner that sent it, if one did.</param>
/// <param name="Review">Where its review stands.</param>
public sealed record TipStanding(AlertId AlertId, PartnerId? PartnerId, TipReview Review);
