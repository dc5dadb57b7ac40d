using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>A photo that came with a tip, re-encoded without metadata.</summary>
public sealed class TipPhoto
{
    /// <summary>Identifies the photo.</summary>
    public required PhotoId Id { get; init; }

    /// <summary>The tip it came with.</summary>
    public required TipId TipId { get; init; }

    /// <summary>The JPEG file.</summary>
    public required byte[] Jpeg { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }
}
