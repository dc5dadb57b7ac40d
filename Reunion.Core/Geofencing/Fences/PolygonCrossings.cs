using Reunion.Core.Geography;

namespace Reunion.Core.Geofencing;

/// <summary>Whether a polygon's line touches or crosses itself.</summary>
/// <remarks>
/// The line is cut into short pieces, over which there is a binary tree of boxes; pairs of branches whose boxes are apart are
/// passed over, so that the time grows little faster than the line.
/// </remarks>
internal sealed class PolygonCrossings
{
    private readonly LinePiece[] _pieces;
    private readonly SpaceBox[] _boxes;

    private PolygonCrossings(LinePiece[] pieces)
    {
        _pieces = pieces;
        // Node i has the branches 2i and 2i + 1; those over single pieces are left to the pieces.
        _boxes = new SpaceBox[4 * pieces.Length];
        Enclose(1, 0, pieces.Length);
    }

    /// <summary>Whether the line through the vertices, the last of which is the first, meets itself.</summary>
    public static bool Any(IReadOnlyList<GeoPoint> vertices)
    {
        var pieces = new List<LinePiece>();
        for (var i = 1; i < vertices.Count; i++)
            Cut(pieces, vertices[i - 1], vertices[i]);
        return new PolygonCrossings([.. pieces]).Meets();
    }

    private static void Cut(List<LinePiece> pieces, GeoPoint from, GeoPoint to)
    {
        var (metres, azimuth) = GeodesicInverse.Solve(from.Latitude, to.Latitude, to.Longitude - from.Longitude);
        var count = (int)(metres / LinePiece.MaxMetres) + 1;
        var start = LinePiece.InSpace(from);
        for (var i = 1; i <= count; i++)
        {
            var end = LinePiece.InSpace(i == count ? to : Geodesic.Destination(from, azimuth, metres * i / count));
            pieces.Add(new LinePiece(start, end));
            start = end;
        }
    }

    private bool Meets()
    {
        for (var i = 0; i < _pieces.Length; i++)
        {
            if (_pieces[i].FoldsBackIn(_pieces[(i + 1) % _pieces.Length]))
                return true;
        }
        return MeetsItself(1, 0, _pieces.Length);
    }

    private SpaceBox Enclose(int node, int first, int end)
    {
        if (end - first == 1)
            return _boxes[node] = SpaceBox.Around(_pieces[first]);
        var middle = (first + end) / 2;
        return _boxes[node] = Enclose(2 * node, first, middle).And(Enclose(2 * node + 1, middle, end));
    }

    private bool MeetsItself(int node, int first, int end)
    {
        if (end - first == 1)
            return false;
        var middle = (first + end) / 2;
        return MeetsItself(2 * node, first, middle) || MeetsItself(2 * node + 1, middle, end)
            || Meet(new Branch(2 * node, first, middle), new Branch(2 * node + 1, middle, end));
    }

    private bool Meet(Branch a, Branch b)
    {
        if (!_boxes[a.Node].IsNear(_boxes[b.Node]))
            return false;
        if (a.Count == 1 && b.Count == 1)
            return !AreNeighbours(a.First, b.First) && _pieces[a.First].Meets(in _pieces[b.First]);
        return a.Count >= b.Count
            ? Meet(a.Left, b) || Meet(a.Right, b)
            : Meet(a, b.Left) || Meet(a, b.Right);
    }

    private bool AreNeighbours(int a, int b) => b - a == 1 || b - a == _pieces.Length - 1;

    private readonly record struct Branch(int Node, int First, int End)
    {
        public int Count => End - First;

        private int Middle => (First + End) / 2;

        public Branch Left => new(2 * Node, First, Middle);

        public Branch Right => new(2 * Node + 1, Middle, End);
    }
}
