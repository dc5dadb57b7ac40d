using Reunion.Core.Common;
using Reunion.Core.Photos;

namespace Reunion.Core.Tips;

/// <summary>A tip as it comes in, points already in WGS-84.</summary>
public sealed class TipForm
{
    /// <summary>What kind of thing was seen.</summary>
    public TipKind? Kind { get; set; }

    /// <summary>What was seen.</summary>
    public string Text { get; set; } = "";

    /// <summary>When it was seen.</summary>
    public DateTimeOffset? SeenAtUtc { get; set; }

    /// <summary>Degrees north in WGS-84.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east in WGS-84.</summary>
    public double? Longitude { get; set; }

    /// <summary>The place in words.</summary>
    public string Place { get; set; } = "";

    /// <summary>How to reach who saw it.</summary>
    public string Contact { get; set; } = "";

    /// <summary>The receipt code of an earlier tip of the same person, if they named one; a wrong one is as none.</summary>
    public string EarlierReceipt { get; set; } = "";

    /// <summary>Photos as they were uploaded; of more than four the first four are taken.</summary>
    public IReadOnlyList<PhotoUpload> Photos { get; set; } = [];

    /// <summary>Which way it came in.</summary>
    public TipSource Source { get; set; }

    /// <summary>The partner that sends it, if one does.</summary>
    public PartnerId? PartnerId { get; set; }

    /// <summary>The sender's name for this one submission, up to 120 characters.</summary>
    public string? IdempotencyKey { get; set; }
}
