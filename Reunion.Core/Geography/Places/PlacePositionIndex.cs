namespace Reunion.Core.Geography.Places;

/// <summary>Places sorted by latitude: a search goes outwards until no nearer place can come.</summary>
internal sealed class PlacePositionIndex
{
    // The mean radius; half a percent is enough for "12 km north-east of".
    private const double EarthRadiusMetres = 6_371_008.8;

    private readonly Place[] _places;
    private readonly double[] _latitudes;

    public PlacePositionIndex(IEnumerable<PlaceRow> rows)
    {
        // A district that is only known by its city's centre would answer for the city.
        _places = [.. rows.Select(r => r.Place).Where(p => p.IsExact).OrderBy(p => p.Point.Latitude)];
        _latitudes = [.. _places.Select(p => p.Point.Latitude)];
    }

    public NearbyPlace? Nearest(GeoPoint point)
    {
        var start = Array.BinarySearch(_latitudes, point.Latitude);
        var (above, below) = start < 0 ? (~start, ~start - 1) : (start, start - 1);
        Place? nearest = null;
        var best = double.PositiveInfinity;
        while (above < _places.Length || below >= 0)
        {
            var northGap = above < _places.Length ? Metres(_latitudes[above] - point.Latitude) : double.PositiveInfinity;
            var southGap = below >= 0 ? Metres(point.Latitude - _latitudes[below]) : double.PositiveInfinity;
            if (Math.Min(northGap, southGap) >= best)
                break;
            var place = _places[northGap <= southGap ? above++ : below--];
            var distance = DistanceMetres(place.Point, point);
            if (distance < best)
                (best, nearest) = (distance, place);
        }
        return nearest is null ? null : new NearbyPlace(nearest, best, Direction(nearest.Point, point));
    }

    private static double Metres(double degrees) => double.DegreesToRadians(degrees) * EarthRadiusMetres;

    private static double DistanceMetres(GeoPoint from, GeoPoint to)
    {
        var (latitude1, latitude2) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var sinLatitude = Math.Sin((latitude2 - latitude1) / 2);
        var sinLongitude = Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var h = (sinLatitude * sinLatitude) + (Math.Cos(latitude1) * Math.Cos(latitude2) * sinLongitude * sinLongitude);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static CompassPoint Direction(GeoPoint from, GeoPoint to)
    {
        var (latitude1, latitude2) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var gap = double.DegreesToRadians(to.Longitude - from.Longitude);
        var east = Math.Sin(gap) * Math.Cos(latitude2);
        var north = (Math.Cos(latitude1) * Math.Sin(latitude2)) - (Math.Sin(latitude1) * Math.Cos(latitude2) * Math.Cos(gap));
        var eighth = (int)Math.Round(double.RadiansToDegrees(Math.Atan2(east, north)) / 45);
        return (CompassPoint)((eighth + 8) % 8);
    }
}
