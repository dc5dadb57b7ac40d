using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>A tip got another review state.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Tip">The tip.</param>
public sealed record TipReviewed(AlertId Alert, TipId Tip) : LiveEvent;
