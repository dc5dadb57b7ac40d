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

    /// <summary>Degrees north as the camera noted it; a hint, nothing that was checked.</summary>
    public double? HintLatitude { get; init; }

    /// <summary>Degrees east as the camera noted it.</summary>
    public double? HintLongitude { get; init; }

    /// <summary>When it was taken, as the camera noted it.</summary>
    public DateTimeOffset? HintTakenAtUtc { get; init; }

    /// <summary>The file as it was sent, for investigators; not loaded with the photo.</summary>
    public TipOriginal? Original { get; init; }
}
