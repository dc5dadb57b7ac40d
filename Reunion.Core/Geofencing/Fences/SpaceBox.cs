namespace Reunion.Core.Geofencing;

/// <summary>A box along the axes.</summary>
internal readonly record struct SpaceBox(Vector3d Low, Vector3d High)
{
    /// <summary>Room for chords that cross at different depths below the surface: two metres for the longest.</summary>
    private const double Room = 3;

    public static SpaceBox Around(LinePiece piece) => new(Vector3d.Min(piece.From, piece.To), Vector3d.Max(piece.From, piece.To));

    public SpaceBox And(SpaceBox other) => new(Vector3d.Min(Low, other.Low), Vector3d.Max(High, other.High));

    public bool IsNear(SpaceBox other) =>
        Low.X <= other.High.X + Room && other.Low.X <= High.X + Room
        && Low.Y <= other.High.Y + Room && other.Low.Y <= High.Y + Room
        && Low.Z <= other.High.Z + Room && other.Low.Z <= High.Z + Room;
}
