using Reunion.Core.Geography;

namespace Reunion.Core.Tips.Scores;

/// <summary>A circle of the alert as large as it is now.</summary>
/// <param name="Centre">Its centre.</param>
/// <param name="RadiusMetres">Its radius in metres.</param>
public readonly record struct SceneCircle(GeoPoint Centre, double RadiusMetres);
