using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>Points that try the difficult places: poles, the antimeridian, the equator, China.</summary>
internal static class RandomPlaces
{
    public static GeoPoint Centre(Random random, int i) => (i % 8) switch
    {
        0 => new GeoPoint(i % 16 == 0 ? 90 : -90, Longitude(random)),
        1 => new GeoPoint((90 - random.NextDouble() * random.NextDouble()) * (random.Next(2) * 2 - 1), Longitude(random)),
        2 => new GeoPoint(Latitude(random), 180 - random.NextDouble() * 0.5),
        3 => new GeoPoint(Latitude(random), -180 + random.NextDouble() * 0.5),
        4 => new GeoPoint((random.NextDouble() - 0.5) * 0.1, Longitude(random)),
        5 => new GeoPoint(18 + random.NextDouble() * 35, 75 + random.NextDouble() * 60),
        _ => new GeoPoint(Latitude(random), Longitude(random)),
    };

    /// <summary>Every third on a pole or on the antimeridian, from either side.</summary>
    public static GeoPoint Anywhere(Random random, int i) => (i % 6) switch
    {
        0 => new GeoPoint(random.Next(2) == 0 ? 90 : -90, Longitude(random)),
        1 => new GeoPoint(Latitude(random), random.Next(2) == 0 ? 180 : -180),
        _ => new GeoPoint(Latitude(random), Longitude(random)),
    };

    private static double Latitude(Random random) => Math.Asin(random.NextDouble() * 2 - 1) * 180 / Math.PI;

    private static double Longitude(Random random) => random.NextDouble() * 360 - 180;
}
