using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>A tip in the queue and on the map.</summary>
/// <param name="Id">Identifies the tip.</param>
/// <param name="AlertId">The alert it answers.</param>
/// <param name="Kind">What kind of thing was seen.</param>
/// <param name="Text">What was seen.</param>
/// <param name="SeenAtUtc">When it was seen.</param>
/// <param name="Latitude">Degrees north in WGS-84.</param>
/// <param name="Longitude">Degrees east in WGS-84.</param>
/// <param name="Place">The place in words.</param>
/// <param name="Contact">How to reach who saw it.</param>
/// <param name="Source">Which way it came in.</param>
/// <param name="PartnerId">The partner that sent it, if one did.</param>
/// <param name="IsPartnerSignal">Whether it is a record of the partner's own: a check-in, a ride, a ticket.</param>
/// <param name="ReceivedAtUtc">When it was committed.</param>
/// <param name="Review">Where its review stands.</param>
/// <param name="ReviewReason">Why it was decided so.</param>
/// <param name="ReviewedByName">Who decided.</param>
/// <param name="Photos">Its photos with what their cameras noted.</param>
/// <param name="Repeats">How many others wrote the same.</param>
/// <param name="Version">The version that a decision must name.</param>
public sealed record TipSummary(
    TipId Id, AlertId AlertId, TipKind Kind, string Text, DateTimeOffset? SeenAtUtc, double? Latitude, double? Longitude, string Place,
    string Contact, TipSource Source, PartnerId? PartnerId, bool IsPartnerSignal, DateTimeOffset ReceivedAtUtc, TipReview Review, string ReviewReason,
    string ReviewedByName, IReadOnlyList<TipPhotoSummary> Photos, int Repeats, int Version)
{
    /// <summary>The account of who is to look into it; null when nobody was named.</summary>
    public string? AssignedToAccountId { get; init; }

    /// <summary>That person's name; empty when nobody was named.</summary>
    public string AssignedToName { get; init; } = "";

    /// <summary>The tip that says the same, for a duplicate that a reviewer found.</summary>
    public TipId? DuplicateOfId { get; init; }
}
