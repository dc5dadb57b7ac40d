using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

/// <summary>What a map shows.</summary>
/// <param name="Bounds">The box in view, panels over it not taken off; its east may run past 180.</param>
/// <param name="Zoom">3 shows a continent, 6 a province, 10 a city.</param>
public sealed record MapView(MapBounds Bounds, double Zoom)
{
    /// <summary>Whether a map can show this at all: browsers are not to be believed.</summary>
    internal bool IsPossible =>
        double.IsFinite(Zoom)
        && Bounds is { } box
        && GeoPoint.IsLatitude(box.South) && GeoPoint.IsLatitude(box.North) && box.South <= box.North
        && GeoPoint.IsLongitude(box.West) && box.East >= box.West && box.East - box.West <= 360;
}
