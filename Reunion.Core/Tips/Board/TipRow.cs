using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Core.Tips.Board;

/// <summary>What the board keeps of a tip's row.</summary>
/// <param name="Id">Identifies the tip.</param>
/// <param name="Kind">What kind of thing was seen.</param>
/// <param name="Text">What was seen.</param>
/// <param name="SeenAtUtc">When it was seen.</param>
/// <param name="Latitude">Degrees north in WGS-84.</param>
/// <param name="Longitude">Degrees east in WGS-84.</param>
/// <param name="Place">The place in words.</param>
/// <param name="PartnerId">The partner that sent it, if one did.</param>
/// <param name="IsPartnerSignal">Whether it is a record of the partner's own.</param>
/// <param name="ReceivedAtUtc">When it was committed.</param>
/// <param name="Review">Where its review stands.</param>
/// <param name="ReviewedByName">Who decided.</param>
/// <param name="Photos">How many photos came with it.</param>
/// <param name="Repeats">How many others wrote the same.</param>
/// <param name="AssignedToAccountId">The account of who is to look into it.</param>
/// <param name="AssignedToName">That person's name; empty when nobody was named.</param>
/// <param name="DuplicateOfId">The tip that says the same, for a duplicate that a reviewer found.</param>
/// <param name="IsFromKnown">Whether who sent it named the receipt of an earlier tip that was verified.</param>
/// <param name="Version">The version that a decision must name.</param>
public sealed record TipRow(
    TipId Id, TipKind Kind, string Text, DateTimeOffset? SeenAtUtc, double? Latitude, double? Longitude, string Place, PartnerId? PartnerId,
    bool IsPartnerSignal, DateTimeOffset ReceivedAtUtc, TipReview Review, string ReviewedByName, int Photos, int Repeats,
    string? AssignedToAccountId, string AssignedToName, TipId? DuplicateOfId, bool IsFromKnown, int Version)
{
    /// <summary>When it was seen, or received when that is not known.</summary>
    public DateTimeOffset AtUtc => SeenAtUtc ?? ReceivedAtUtc;

    /// <summary>Where it was seen, when a place on the map was given.</summary>
    public GeoPoint? Point() => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;
}
