using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>A photo of a tip, without its picture.</summary>
/// <param name="Id">Identifies the photo.</param>
/// <param name="HintLatitude">Degrees north in WGS-84 as the camera noted it; anybody can write anything there.</param>
/// <param name="HintLongitude">Degrees east in WGS-84 as the camera noted it.</param>
/// <param name="HintTakenAtUtc">When it was taken, as the camera noted it.</param>
/// <param name="HasOriginal">Whether the file as it was sent is still kept.</param>
public sealed record TipPhotoSummary(PhotoId Id, double? HintLatitude, double? HintLongitude, DateTimeOffset? HintTakenAtUtc, bool HasOriginal);
