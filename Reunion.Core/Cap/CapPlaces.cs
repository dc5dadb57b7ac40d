using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;

namespace Reunion.Core.Cap;

/// <summary>Says where a point is in words that can be read out: by the nearest place that has a name.</summary>
/// <param name="places">Finds it.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class CapPlaces(Gazetteer places)
{
    // Nearer than this one is in the place; from this distance on, parts of a kilometre say nothing.
    private const double InsideMetres = 2_000;
    private const double RoundMetres = 10_000;

    /// <summary><c>in Hangzhou, Zhejiang</c> or <c>12 km north-east of Hangzhou, Zhejiang</c>.</summary>
    public string Describe(GeoPoint point, CapWords words)
    {
        if (places.Nearest(point) is not { } near)
            return words["UnnamedPlace"];
        var name = near.Place.FullNameIn(words.Culture);
        return near.DistanceMetres < InsideMetres
            ? words.Format("InPlace", name)
            : words.Format("AwayFromPlace", Kilometres(near.DistanceMetres), words["Dir" + near.Direction], name);
    }

    private static double Kilometres(double metres) => Math.Round(metres / 1000, metres < RoundMetres ? 1 : 0);
}
