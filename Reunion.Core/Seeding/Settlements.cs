using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;

namespace Reunion.Core.Seeding;

/// <summary>Where simulated people live: in Chinese cities by population, denser towards the centre.</summary>
/// <remarks>Immutable, so thread-safe.</remarks>
public sealed class Settlements
{
    private const double MetresPerDegree = 111_320;

    private readonly Place[] _cities;
    private readonly double[] _upTo;

    /// <summary>Reads the cities.</summary>
    /// <param name="gazetteer">Knows them.</param>
    /// <exception cref="InvalidOperationException">It knows no Chinese city with a population.</exception>
    public Settlements(Gazetteer gazetteer)
    {
        _cities = [.. gazetteer.Places.Where(p => p is { CountryCode: "CN", IsExact: true, Population: > 0 })];
        if (_cities.Length == 0)
            throw new InvalidOperationException("The gazetteer knows no Chinese city with a population.");
        _upTo = new double[_cities.Length];
        double sum = 0;
        for (var i = 0; i < _cities.Length; i++)
            _upTo[i] = sum += _cities[i].Population;
    }

    /// <summary>How many cities there are.</summary>
    public int Count => _cities.Length;

    /// <summary>A home, the same for the same number.</summary>
    /// <param name="number">Any number.</param>
    public GeoPoint HomeOf(ulong number)
    {
        var random = new SplitMix(number);
        var at = Array.BinarySearch(_upTo, random.NextUnit() * _upTo[^1]);
        var city = _cities[Math.Min(at < 0 ? ~at : at, _cities.Length - 1)];

        // Two normal deviates (Box–Muller); a city of ten million is some ten kilometres wide at one sigma.
        var reach = SigmaMetres(city.Population) * Math.Sqrt(-2 * Math.Log(1 - random.NextUnit()));
        var (sin, cos) = Math.SinCos(2 * Math.PI * random.NextUnit());
        var latitude = city.Point.Latitude + reach * sin / MetresPerDegree;
        var longitude = city.Point.Longitude + reach * cos / (MetresPerDegree * Math.Cos(latitude * Math.PI / 180));
        return new GeoPoint(latitude, longitude);
    }

    private static double SigmaMetres(long population) => 1_000 + Math.Min(14_000, 3.0 * Math.Sqrt(population));
}
