using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>A tip as a dot on the live map, without its words.</summary>
/// <param name="Id">Identifies the tip.</param>
/// <param name="AlertId">The alert it answers.</param>
/// <param name="Review">Where its review stands.</param>
/// <param name="Latitude">Degrees north in WGS-84.</param>
/// <param name="Longitude">Degrees east in WGS-84.</param>
/// <param name="AtUtc">When it was seen, or received when that is not known.</param>
public sealed record TipDot(TipId Id, AlertId AlertId, TipReview Review, double Latitude, double Longitude, DateTimeOffset AtUtc);
