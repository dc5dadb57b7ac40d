namespace Reunion.Core.Geography.Places;

/// <summary>Every name of every place in one sorted array; a prefix is a range of it.</summary>
internal sealed class PlaceNameIndex
{
    private readonly string[] _keys;
    private readonly Entry[] _entries;

    public PlaceNameIndex(IReadOnlyList<PlaceRow> rows)
    {
        var named = new List<(string Key, Entry Entry)>(rows.Count * 3);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var (key, nameLength) in KeysOf(rows[i]))
                named.Add((key, new Entry(i, nameLength)));
        }
        named.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        _keys = [.. named.Select(n => n.Key)];
        _entries = [.. named.Select(n => n.Entry)];
    }

    /// <summary>The rows whose names begin with a text, best first.</summary>
    public IEnumerable<int> Find(string text, int limit)
    {
        var prefix = PlaceText.Fold(text);
        if (prefix.Length == 0)
            return [];

        var ranks = new Dictionary<int, int>();
        for (var i = FirstNotBefore(prefix); i < _keys.Length && _keys[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            var (row, nameLength) = _entries[i];
            var rank = nameLength == 0 ? 2 : nameLength == prefix.Length ? 0 : 1;
            if (!ranks.TryGetValue(row, out var known) || rank < known)
                ranks[row] = rank;
        }
        // Rows are in order of population.
        return ranks.OrderBy(r => r.Value).ThenBy(r => r.Key).Take(limit).Select(r => r.Key);
    }

    private static IEnumerable<(string Key, int NameLength)> KeysOf(PlaceRow row)
    {
        var (place, pinyin) = row;
        var area = PlaceText.Fold(place.Area);
        var latin = PlaceText.Fold(place.Name);
        yield return (latin + area, latin.Length);
        if (pinyin.Length > 0)
            yield return (pinyin + area, pinyin.Length);
        if (place.ChineseName.Length == 0)
            yield break;

        var chinese = PlaceText.Fold(place.ChineseName);
        yield return (chinese, chinese.Length);
        if (place.ChineseArea.Length == 0)
            yield break;
        yield return (PlaceText.Fold(place.ChineseArea) + chinese, 0);
        var city = CityOf(place.ChineseArea);
        if (city.Length > 0)
            yield return (PlaceText.Fold(city) + chinese, 0);
    }

    /// <summary>The area from the city down: 浙江省杭州市 → 杭州市; empty when the area is a province or a country.</summary>
    private static string CityOf(string area)
    {
        var end = area.IndexOf('省', StringComparison.Ordinal);
        if (end < 0 && area.IndexOf("自治区", StringComparison.Ordinal) is >= 0 and var at)
            end = at + 2;
        return end < 0 ? "" : area[(end + 1)..];
    }

    private int FirstNotBefore(string prefix)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_keys[middle], prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>A name's row, and the folded name's own length; 0 for a name that begins with the area's.</summary>
    private readonly record struct Entry(int Row, int NameLength);
}
