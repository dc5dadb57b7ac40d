using Reunion.Core.Alerts.Publishing;

namespace Reunion.Console.Components.Public;

/// <summary>A child that is back. No photo: it is nobody's business any more.</summary>
/// <param name="Child">Who.</param>
/// <param name="EndedAt">When the search ended.</param>
public sealed record FoundChild(AlertChild Child, DateTimeOffset EndedAt);
