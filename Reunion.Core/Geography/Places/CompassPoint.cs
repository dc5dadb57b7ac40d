namespace Reunion.Core.Geography.Places;

/// <summary>One of eight directions, clockwise from north; the number times 45 is the bearing in degrees.</summary>
public enum CompassPoint
{
    /// <summary>0°.</summary>
    North,

    /// <summary>45°.</summary>
    NorthEast,

    /// <summary>90°.</summary>
    East,

    /// <summary>135°.</summary>
    SouthEast,

    /// <summary>180°.</summary>
    South,

    /// <summary>225°.</summary>
    SouthWest,

    /// <summary>270°.</summary>
    West,

    /// <summary>315°.</summary>
    NorthWest,
}
