namespace Reunion.Core.Photos;

/// <summary>A photo that was decoded and written anew: a JPEG with no metadata.</summary>
/// <param name="Jpeg">The file's bytes.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record CleanPhoto(byte[] Jpeg, int Width, int Height);
