using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips;

/// <summary>What someone saw.</summary>
public sealed class Tip : IVersioned
{
    /// <summary>Identifies the tip.</summary>
    public required TipId Id { get; init; }

    /// <summary>The alert it answers.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>What kind of thing was seen.</summary>
    public required TipKind Kind { get; init; }

    /// <summary>What was seen, 1 to 4,000 characters, as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>When it was seen.</summary>
    public DateTimeOffset? SeenAtUtc { get; init; }

    /// <summary>Degrees north in WGS-84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east in WGS-84.</summary>
    public double? Longitude { get; init; }

    /// <summary>The place in words, up to 200 characters.</summary>
    public string Place { get; init; } = "";

    /// <summary>How to reach who saw it, up to 200 characters; often empty.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Which way it came in.</summary>
    public required TipSource Source { get; init; }

    /// <summary>The partner that sent it, if one did.</summary>
    public PartnerId? PartnerId { get; init; }

    /// <summary>Whether it is a record of a partner's own (a check-in, a ride, a ticket) and not what somebody says they saw.</summary>
    public bool IsPartnerSignal { get; init; }

    /// <summary>The sender's name for this one submission: the same again is the same tip.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Opens the tipster's page; 16 characters that cannot be guessed.</summary>
    public required string ReceiptCode { get; init; }

    /// <summary>When it was committed.</summary>
    public required DateTimeOffset ReceivedAtUtc { get; init; }

    /// <summary>
    /// The first tip of this alert with the same text, when this is not it. A tip with photos and a partner's signal say more
    /// than their text, so each stands for itself.
    /// </summary>
    public TipId? FirstTipId { get; set; }

    /// <summary>How many tips name this one as their first.</summary>
    public int Repeats { get; set; }

    /// <summary>What its text comes to, on the first tip of a text until that is decided; null on all others.</summary>
    public string? TextKey { get; set; }

    /// <summary>The photos that were not taken; null when all were.</summary>
    public IReadOnlyList<RefusedPhoto>? RefusedPhotos { get; init; }

    /// <summary>The account of who is to look into it; null when nobody was named.</summary>
    public string? AssignedToAccountId { get; set; }

    /// <summary>That person's name; empty when nobody was named.</summary>
    public string AssignedToName { get; set; } = "";

    /// <summary>The tip that says the same, for a duplicate that a reviewer found.</summary>
    public TipId? DuplicateOfId { get; set; }

    /// <summary>The earlier tip of who sent this one, when they named its receipt; that is all that is known of them.</summary>
    public TipId? EarlierTipId { get; init; }

    /// <summary>Where its review stands.</summary>
    public TipReview Review { get; set; }

    /// <summary>Why it was decided so, up to 1,000 characters; for colleagues only.</summary>
    public string ReviewReason { get; set; } = "";

    /// <summary>The name of who decided.</summary>
    public string ReviewedByName { get; set; } = "";

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? ReviewedAtUtc { get; set; }

    /// <summary>When the message about the review to the partner that sent it was committed; null until then.</summary>
    public DateTimeOffset? ReviewDispatchedAtUtc { get; set; }

    /// <summary>Its photos.</summary>
    public List<TipPhoto> Photos { get; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Where it was seen, when a place on the map was given.</summary>
    public GeoPoint? Point() => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;
}
