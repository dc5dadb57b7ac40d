using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Core.Tips.Scores;

/// <summary>Tips that name about the same place and time.</summary>
/// <param name="Seed">The tip that most others lie near; the rest lie within 2 km and an hour of it.</param>
/// <param name="Centre">The middle of their places.</param>
/// <param name="RadiusMetres">As far as they lie from it, 500 m at least.</param>
/// <param name="Count">How many tips, with different words.</param>
/// <param name="FromUtc">The earliest time that one names.</param>
/// <param name="UntilUtc">The latest.</param>
public sealed record TipCluster(TipId Seed, GeoPoint Centre, double RadiusMetres, int Count, DateTimeOffset FromUtc, DateTimeOffset UntilUtc);
