using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Exact;

/// <summary>A shape and points to be told to lie inside or outside it.</summary>
internal sealed record Trial(Geofence Fence, IReadOnlyList<GeoPoint> Points)
{
    /// <summary>As reference.mjs reads it.</summary>
    public void WriteTo(List<double> numbers)
    {
        Write(numbers, Fence);
        numbers.Add(Points.Count);
        foreach (var point in Points)
            Write(numbers, point);
    }

    private static void Write(List<double> numbers, Geofence fence)
    {
        switch (fence)
        {
            case Disc disc:
                numbers.Add(0);
                Write(numbers, disc.Centre);
                numbers.Add(disc.RadiusMetres);
                break;
            case Annulus annulus:
                numbers.Add(1);
                Write(numbers, annulus.Centre);
                numbers.AddRange([annulus.InnerRadiusMetres, annulus.OuterRadiusMetres]);
                break;
            case Polygon polygon:
                numbers.AddRange([2, polygon.Vertices.Count]);
                foreach (var vertex in polygon.Vertices)
                    Write(numbers, vertex);
                break;
            case Union union:
                numbers.AddRange([3, union.Parts.Count]);
                foreach (var part in union.Parts)
                    Write(numbers, part);
                break;
        }
    }

    private static void Write(List<double> numbers, GeoPoint point) => numbers.AddRange([point.Latitude, point.Longitude]);
}
