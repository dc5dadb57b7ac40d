using Reunion.Core.Common;

namespace Reunion.Core.Tips.Export;

/// <summary>A tip in a file.</summary>
/// <param name="Number">Counts the alert's tips in the order in which they came in, from 1.</param>
/// <param name="Id">Identifies the tip.</param>
/// <param name="ReceivedAtUtc">When it was committed.</param>
/// <param name="SeenAtUtc">When it was seen.</param>
/// <param name="Kind">What kind of thing was seen.</param>
/// <param name="Review">Where its review stands.</param>
/// <param name="Place">The place in words.</param>
/// <param name="Latitude">Degrees north in WGS-84.</param>
/// <param name="Longitude">Degrees east in WGS-84.</param>
/// <param name="Text">What was seen, as it was written.</param>
/// <param name="Contact">How to reach who saw it.</param>
/// <param name="Source">Which way it came in.</param>
/// <param name="PartnerId">The partner that sent it, if one did.</param>
/// <param name="Photos">Its photos, in order.</param>
/// <param name="ReviewedByName">Who decided; empty before.</param>
/// <param name="ReviewedAtUtc">When it was decided.</param>
/// <param name="ReviewReason">Why it was decided so.</param>
public sealed record ExportedTip(
    int Number, TipId Id, DateTimeOffset ReceivedAtUtc, DateTimeOffset? SeenAtUtc, TipKind Kind, TipReview Review, string Place,
    double? Latitude, double? Longitude, string Text, string Contact, TipSource Source, PartnerId? PartnerId,
    IReadOnlyList<PhotoId> Photos, string ReviewedByName, DateTimeOffset? ReviewedAtUtc, string ReviewReason);
