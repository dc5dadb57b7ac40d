using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>What who sent a tip may know of it.</summary>
/// <param name="AlertId">The alert it answers.</param>
/// <param name="Kind">What kind of thing was seen.</param>
/// <param name="Text">What was written.</param>
/// <param name="ReceivedAtUtc">When it was received.</param>
/// <param name="Review">Where its review stands.</param>
public sealed record TipProgress(AlertId AlertId, TipKind Kind, string Text, DateTimeOffset ReceivedAtUtc, TipReview Review);
