using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>What who sent a tip may know of it.</summary>
/// <param name="AlertId">The alert it answers.</param>
/// <param name="Kind">What kind of thing was seen.</param>
/// <param name="Text">What was written.</param>
/// <param name="ReceivedAtUtc">When it was received.</param>
/// <param name="Review">Where its review stands.</param>
/// <param name="RefusedPhotos">The photos that were not taken; null when all were.</param>
public sealed record TipProgress(
    AlertId AlertId, TipKind Kind, string Text, DateTimeOffset ReceivedAtUtc, TipReview Review, IReadOnlyList<RefusedPhoto>? RefusedPhotos);
