using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;
using Reunion.Core.Tips.Scores;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips.Scores;

/// <summary>An alert at Hangzhou as scores see it, and tips to weigh.</summary>
internal static class Scenes
{
    public static readonly GeoPoint Hangzhou = new(30.2741, 120.1551);
    public static readonly DateTimeOffset LastSeen = TestFiles.Now.AddHours(-2);

    public static ScoreScene Scene(params SceneSighting[] sightings) =>
        new(Hangzhou, LastSeen, [new SceneCircle(Hangzhou, 100_000)], sightings);

    /// <summary>A place so many kilometres east of where the child was last seen.</summary>
    public static GeoPoint East(double kilometres) => Geodesic.Destination(Hangzhou, 90, kilometres * 1000);

    public static SceneSighting Sighting(double kilometres, double hours) =>
        new(TipId.From(Guid.NewGuid()), East(kilometres), LastSeen.AddHours(hours));

    public static TipRow Tip(GeoPoint? point = null, double? hours = null) => new(
        TipId.From(Guid.NewGuid()), TipKind.Sighting, "seen", hours is { } h ? LastSeen.AddHours(h) : null, point?.Latitude, point?.Longitude, "", null,
        false, TestFiles.Now, TipReview.New, "", 0, 0, null, "", null, false, 0);
}
