using Reunion.Core.Geography;

namespace Reunion.Bench.Populations;

/// <summary>Points spread like people: dense around large Chinese cities, thinning outwards. The same seed gives the same points.</summary>
internal sealed class CityPopulation(int seed) : IPopulation
{
    public static readonly GeoPoint Hangzhou = new(30.2741, 120.1551);

    /// <summary>Latitude, longitude, millions of people.</summary>
    private static readonly (double Latitude, double Longitude, double Millions)[] Cities =
    [
        (31.2304, 121.4737, 24.9), (39.9042, 116.4074, 21.9), (22.5431, 114.0579, 17.6), (23.1291, 113.2644, 18.7),
        (30.5728, 104.0668, 20.9), (29.5630, 106.5516, 32.1), (39.3434, 117.3616, 13.9), (30.5928, 114.3055, 12.4),
        (34.3416, 108.9398, 13.0), (31.2989, 120.5853, 12.7), (34.7466, 113.6253, 12.6), (30.2741, 120.1551, 11.9),
        (38.0428, 114.5149, 11.2), (23.0207, 113.7518, 10.5), (36.0671, 120.3826, 10.1), (28.2282, 112.9388, 10.0),
        (45.8038, 126.5349, 10.0), (29.8683, 121.5440, 9.4), (31.8206, 117.2272, 9.4), (32.0603, 118.7969, 9.3),
        (36.6512, 117.1201, 9.2), (41.8057, 123.4315, 9.1), (25.0389, 102.7183, 8.5), (43.8171, 125.3235, 9.1),
        (24.4798, 118.0894, 5.2), (26.0745, 119.2965, 8.3), (27.9949, 120.6994, 9.6), (22.8170, 108.3669, 8.7),
        (26.6470, 106.6302, 6.0), (28.6820, 115.8579, 6.3), (37.8706, 112.5489, 5.3), (36.0611, 103.8343, 4.4),
        (43.8256, 87.6168, 4.1), (38.9140, 121.6147, 7.5), (38.4872, 106.2309, 2.9), (20.0444, 110.1999, 2.9),
        (40.8424, 111.7492, 3.4), (36.6171, 101.7782, 2.5), (29.6520, 91.1721, 0.9), (39.4704, 75.9898, 0.7),
    ];

    private static readonly double[] Shares = Cumulative();

    private readonly Random _random = new(seed);

    public GeoPoint Next()
    {
        var index = Array.BinarySearch(Shares, _random.NextDouble() * Shares[^1]);
        var city = Cities[Math.Min(index < 0 ? ~index : index, Cities.Length - 1)];
        // Most within some 40 km of the middle, a tenth across the province.
        var scale = _random.Next(10) == 0 ? 1.0 : 0.15;
        var reach = -scale * Math.Log(1 - _random.NextDouble());
        var (sin, cos) = Math.SinCos(_random.NextDouble() * 2 * Math.PI);
        return new GeoPoint(Math.Clamp(city.Latitude + reach * cos, -90, 90), Math.Clamp(city.Longitude + reach * 1.15 * sin, -180, 180));
    }

    private static double[] Cumulative()
    {
        var sum = 0.0;
        return [.. Cities.Select(city => sum += city.Millions)];
    }
}
