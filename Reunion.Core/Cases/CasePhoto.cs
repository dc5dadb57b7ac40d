using Reunion.Core.Common;

namespace Reunion.Core.Cases;

/// <summary>A photo of the child, re-encoded without metadata. Never changed; a new photo is a new row.</summary>
public sealed class CasePhoto
{
    /// <summary>Identifies the photo.</summary>
    public required PhotoId Id { get; init; }

    /// <summary>The case it belongs to.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The JPEG file.</summary>
    public required byte[] Jpeg { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAtUtc { get; init; }
}
