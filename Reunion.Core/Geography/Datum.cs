namespace Reunion.Core.Geography;

/// <summary>The coordinate system that a partner's points are in.</summary>
public enum Datum
{
    /// <summary>The world geodetic system of 1984: what satellites give, and what Reunion computes in.</summary>
    Wgs84,

    /// <summary>China's published datum: WGS-84 with an offset of up to some 700 m inside China.</summary>
    Gcj02,

    /// <summary>GCJ-02 with a further offset, used by one large map provider.</summary>
    Bd09,
}
