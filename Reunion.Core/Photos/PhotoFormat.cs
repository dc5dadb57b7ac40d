namespace Reunion.Core.Photos;

/// <summary>What kind of file the first bytes say: only these are ever handed to a decoder, whatever a file is called.</summary>
internal enum PhotoFormat
{
    /// <summary>Nothing that is known as a picture.</summary>
    Unknown,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    Webp,

    /// <summary>A picture of a kind that is not taken: GIF, BMP, TIFF, HEIC, AVIF, an icon.</summary>
    Other,
}
