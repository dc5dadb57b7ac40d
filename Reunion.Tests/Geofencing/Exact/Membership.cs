using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing.Exact;

/// <summary>Asks the program whether points lie in a shape.</summary>
internal static class Membership
{
    public static bool[] Inside(Geofence fence, IReadOnlyList<GeoPoint> points)
    {
        var raster = Rasterizer.Of(fence);
        return [.. points.Select(point => raster.Contains(PackedPosition.Of(point, 0)))];
    }
}
