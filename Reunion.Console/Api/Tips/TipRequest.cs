using Reunion.Core.Geography;

namespace Reunion.Console.Api.Tips;

/// <summary>A tip as a partner sends it. Words stay text here, so that a wrong one is told at its field.</summary>
public record TipRequest
{
    /// <summary><c>sighting</c>, <c>vehicle</c>, <c>hotel_check_in</c>, <c>ride</c>, <c>ticket</c> or <c>other</c>; required.</summary>
    public string? Kind { get; init; }

    /// <summary>What was seen, 1 to 4,000 characters; required.</summary>
    public string? Text { get; init; }

    /// <summary>When it was seen, RFC 3339.</summary>
    public string? SeenAt { get; init; }

    /// <summary>Degrees north in the partner's datum.</summary>
    public double? Lat { get; init; }

    /// <summary>Degrees east in the partner's datum.</summary>
    public double? Lon { get; init; }

    /// <summary>The place in words, up to 200 characters.</summary>
    public string? Place { get; init; }

    /// <summary>How to reach who saw it, up to 200 characters.</summary>
    public string? Contact { get; init; }

    /// <summary>Up to four JPEG, PNG or WebP files in base64.</summary>
    public IReadOnlyList<string?>? Photos { get; init; }

    /// <summary>Reads the words and moves the point to WGS-84.</summary>
    internal TipDraft ToDraft(Datum datum)
    {
        var draft = new TipDraft();
        draft.ReadKind(Kind);
        draft.ReadSeenAt(SeenAt, zone: null);
        draft.ReadPoint(Lat, Lon, datum);
        draft.ReadPhotos(Photos ?? []);
        (draft.Form.Text, draft.Form.Place, draft.Form.Contact) = (Text ?? "", Place ?? "", Contact ?? "");
        return draft;
    }
}
