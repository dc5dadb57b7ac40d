using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Core.Tips.Scores;

/// <summary>A verified tip with a place.</summary>
/// <param name="Tip">The tip.</param>
/// <param name="Point">Where the child was seen.</param>
/// <param name="AtUtc">When it was seen, or received when that is not known.</param>
public readonly record struct SceneSighting(TipId Tip, GeoPoint Point, DateTimeOffset AtUtc);
