using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>Whether the pieces of a polygon's line touch or cross other than end to end.</summary>
internal static class PolygonCrossings
{
    public static bool Any(PolygonPath path)
    {
        if (Math.Abs(path.Turns) > 1)
            return true;
        var points = path.Points;
        var pieces = new Piece[points.Count - 1];
        for (var i = 0; i < pieces.Length; i++)
            pieces[i] = new Piece(i, points[i], points[i + 1]);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (FoldsBack(pieces[i], pieces[(i + 1) % pieces.Length]))
                return true;
        }

        Array.Sort(pieces, (a, b) => a.South.CompareTo(b.South));
        var goesAround = path.Turns != 0 || points.Max(p => p.Longitude) - points.Min(p => p.Longitude) >= 360;
        ReadOnlySpan<double> shifts = goesAround ? [0, 360, -360] : [0];
        for (var i = 0; i < pieces.Length; i++)
        {
            for (var j = i + 1; j < pieces.Length && pieces[j].South <= pieces[i].North; j++)
            {
                if (AreNeighbours(pieces[i].Index, pieces[j].Index, pieces.Length))
                    continue;
                foreach (var shift in shifts)
                {
                    if (Cross(pieces[i], pieces[j].Moved(shift)))
                        return true;
                }
            }
        }
        return false;
    }

    private static bool AreNeighbours(int a, int b, int count) => Math.Abs(a - b) is var apart && (apart == 1 || apart == count - 1);

    private static bool FoldsBack(Piece a, Piece b)
    {
        double aNorth = a.To.Latitude - a.From.Latitude, aEast = a.To.Longitude - a.From.Longitude;
        double bNorth = b.To.Latitude - b.From.Latitude, bEast = b.To.Longitude - b.From.Longitude;
        var lengths = Math.Sqrt((aNorth * aNorth + aEast * aEast) * (bNorth * bNorth + bEast * bEast));
        return aNorth * bNorth + aEast * bEast < 0 && Math.Abs(aNorth * bEast - aEast * bNorth) <= 1e-9 * lengths;
    }

    private static bool Cross(Piece a, Piece b) =>
        a.West <= b.East && b.West <= a.East
        && Side(a, b.From) * Side(a, b.To) <= 0
        && Side(b, a.From) * Side(b, a.To) <= 0;

    private static int Side(Piece piece, OutlinePoint point) => Math.Sign(
        (piece.To.Longitude - piece.From.Longitude) * (point.Latitude - piece.From.Latitude)
        - (piece.To.Latitude - piece.From.Latitude) * (point.Longitude - piece.From.Longitude));

    private readonly record struct Piece(int Index, OutlinePoint From, OutlinePoint To)
    {
        public double South { get; } = Math.Min(From.Latitude, To.Latitude);

        public double North { get; } = Math.Max(From.Latitude, To.Latitude);

        public double West => Math.Min(From.Longitude, To.Longitude);

        public double East => Math.Max(From.Longitude, To.Longitude);

        public Piece Moved(double degrees) => degrees == 0
            ? this
            : new Piece(Index, From with { Longitude = From.Longitude + degrees }, To with { Longitude = To.Longitude + degrees });
    }
}
