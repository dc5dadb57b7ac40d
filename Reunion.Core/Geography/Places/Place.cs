using System.Globalization;

namespace Reunion.Core.Geography.Places;

/// <summary>A city, town, county or district of the gazetteer.</summary>
/// <param name="Id">Stable across builds: <c>gn…</c> from GeoNames, <c>cn…</c> with a Chinese division code.</param>
/// <param name="Name">The name in Latin letters, with its accents.</param>
/// <param name="ChineseName">The name in simplified Chinese, or empty when it is not known.</param>
/// <param name="CountryCode">ISO 3166-1, two letters.</param>
/// <param name="Area">What the place lies in, smallest first, for example <c>Hangzhou, Zhejiang</c>; the country abroad.</param>
/// <param name="ChineseArea">The same in Chinese, largest first, for example <c>浙江省杭州市</c>.</param>
/// <param name="Point">Its centre.</param>
/// <param name="Population">People; 0 when unknown.</param>
/// <param name="IsExact">False for a district of which only the city's centre is known; see <see cref="Point"/>.</param>
/// <remarks>Immutable.</remarks>
public sealed record Place(
    string Id,
    string Name,
    string ChineseName,
    string CountryCode,
    string Area,
    string ChineseArea,
    GeoPoint Point,
    long Population,
    bool IsExact)
{
    /// <summary>The name for a reader: Chinese where it is known and the reader's language is Chinese.</summary>
    /// <param name="culture">The reader's culture.</param>
    public string NameIn(CultureInfo culture) => IsChinese(culture) && ChineseName.Length > 0 ? ChineseName : Name;

    /// <summary>What the place lies in, for a reader; may be empty.</summary>
    /// <param name="culture">The reader's culture.</param>
    public string AreaIn(CultureInfo culture) => IsChinese(culture) && ChineseArea.Length > 0 ? ChineseArea : Area;

    /// <summary>Name and area as one reads them: <c>浙江省杭州市西湖区</c>, <c>Xihu, Hangzhou, Zhejiang</c>.</summary>
    /// <param name="culture">The reader's culture.</param>
    public string FullNameIn(CultureInfo culture)
    {
        var (name, area) = (NameIn(culture), AreaIn(culture));
        if (area.Length == 0)
            return name;
        if (!IsChinese(culture))
            return $"{name}, {area}";
        return ChineseName.Length > 0 ? area + name : $"{area} {name}";
    }

    private static bool IsChinese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh";
}
