namespace Reunion.Core.Photos.Hints;

/// <summary>What a camera noted about where and when. Anybody can write anything there: hints, no facts.</summary>
/// <param name="Latitude">Degrees north as noted, −90 to 90; with <paramref name="Longitude"/> or not at all.</param>
/// <param name="Longitude">Degrees east as noted, −180 to 180.</param>
/// <param name="TakenAtUtc">When the photo was taken.</param>
public sealed record PhotoHints(double? Latitude, double? Longitude, DateTimeOffset? TakenAtUtc)
{
    /// <summary>Nothing was noted that can be read.</summary>
    public static PhotoHints None { get; } = new(null, null, null);
}
