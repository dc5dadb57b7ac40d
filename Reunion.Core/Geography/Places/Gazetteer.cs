using Microsoft.Extensions.Options;

namespace Reunion.Core.Geography.Places;

/// <summary>Places by name and by position, offline.</summary>
/// <remarks>
/// The file is read once, at the first use, in some tenths of a second; it then takes about 20 MB. Thread-safe.
/// </remarks>
public sealed class Gazetteer
{
    private readonly Lazy<Content> _content;

    /// <summary>A gazetteer over the configured file.</summary>
    /// <param name="options">Name the file.</param>
    public Gazetteer(IOptions<GazetteerOptions> options) => _content = new(() => new Content(PlaceFile.Read(options.Value.File)));

    /// <summary>Every place, the most populous first.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not a gazetteer.</exception>
    public IReadOnlyList<Place> Places => _content.Value.Places;

    /// <summary>The places whose name begins with a text: Chinese, pinyin or Latin letters, with or without accents.</summary>
    /// <remarks>
    /// A place's own name comes before places inside it (杭州, then 杭州市西湖区), a name that is the whole text before longer
    /// ones, and the most populous first. <c>杭州西湖</c> and <c>Xihu, Hangzhou</c> find the district in its city.
    /// </remarks>
    /// <param name="text">What was typed; blank finds nothing.</param>
    /// <param name="limit">At most so many, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    public IReadOnlyList<Place> Search(string? text, int limit = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var content = _content.Value;
        return [.. content.Names.Find(text ?? "", limit).Select(i => content.Places[i])];
    }

    /// <summary>The place nearest to a point, or null when the gazetteer is empty.</summary>
    /// <param name="point">Any point on the earth.</param>
    public NearbyPlace? Nearest(GeoPoint point) => _content.Value.Positions.Nearest(point);

    private sealed class Content(IReadOnlyList<PlaceRow> rows)
    {
        public IReadOnlyList<Place> Places { get; } = [.. rows.Select(r => r.Place)];

        public PlaceNameIndex Names { get; } = new(rows);

        public PlacePositionIndex Positions { get; } = new(rows);
    }
}
