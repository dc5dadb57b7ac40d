using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;

namespace Reunion.Console.Components.Public;

/// <summary>A circle on the map; where there is no script, a sketch of it with the largest towns.</summary>
public sealed partial class AreaMap
{
    private const int OutlinePoints = 72;
    private const int MostTowns = 6;
    private const double SketchRadius = 40;
    private const double MetresPerDegree = 111_320;

    [Parameter, EditorRequired]
    public AlertCircle Circle { get; set; } = null!;

    [Inject]
    private Gazetteer Gazetteer { get; set; } = null!;

    private string Outline => string.Join(' ', CircleOutline
        .Of(new GeoPoint(Circle.Center.Lat, Circle.Center.Lon), Circle.RadiusMetres, OutlinePoints)
        .Select(p => $"{Number(p.Latitude)},{Number(p.Longitude)}"));

    private IReadOnlyList<(double X, double Y, string Name)> Sketch
    {
        get
        {
            List<(double X, double Y, string Name)> towns = [];
            foreach (var place in Gazetteer.Places)
            {
                var (x, y) = OnSketch(place.Point);
                if (Math.Abs(x) < 45 && Math.Abs(y) < 46 && towns.TrueForAll(t => Math.Abs(t.X - x) > 24 || Math.Abs(t.Y - y) > 6))
                    towns.Add((x, y, place.NameIn(CultureInfo.CurrentUICulture)));
                if (towns.Count == MostTowns)
                    break;
            }

            return towns;
        }
    }

    private (double X, double Y) OnSketch(GeoPoint point)
    {
        var scale = SketchRadius / (Circle.RadiusMetres / MetresPerDegree);
        return ((point.Longitude - Circle.Center.Lon) * Math.Cos(Circle.Center.Lat * Math.PI / 180) * scale, (Circle.Center.Lat - point.Latitude) * scale);
    }

    private static string Number(double degrees) => degrees.ToString("0.####", CultureInfo.InvariantCulture);
}
