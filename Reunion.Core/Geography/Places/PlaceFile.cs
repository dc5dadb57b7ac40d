using System.Globalization;

namespace Reunion.Core.Geography.Places;

/// <summary>Reads the file that the assets build makes: UTF-8, a header, then a place a line in tab-separated columns.</summary>
internal static class PlaceFile
{
    private const string Header = "id\tname\tchinese\tpinyin\tcountry\tarea\tarea_chinese\tlatitude\tlongitude\tpopulation\tprecision";
    private const int Columns = 11;

    public static IReadOnlyList<PlaceRow> Read(string path)
    {
        using var reader = new StreamReader(path);
        if (reader.ReadLine() != Header)
            throw new InvalidDataException($"{path} is not a gazetteer: its first line names other columns.");

        var rows = new List<PlaceRow>(32_000);
        var areas = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var line = 2; reader.ReadLine() is { } text; line++)
            rows.Add(Parse(text.Split('\t'), areas) ?? throw new InvalidDataException($"{path}: line {line} is not a place."));
        return rows;
    }

    private static PlaceRow? Parse(string[] cells, Dictionary<string, string> areas)
    {
        if (cells.Length != Columns
            || !double.TryParse(cells[7], CultureInfo.InvariantCulture, out var latitude) || !GeoPoint.IsLatitude(latitude)
            || !double.TryParse(cells[8], CultureInfo.InvariantCulture, out var longitude) || !GeoPoint.IsLongitude(longitude)
            || !long.TryParse(cells[9], NumberStyles.None, CultureInfo.InvariantCulture, out var population))
            return null;
        var place = new Place(
            cells[0], cells[1], cells[2], Shared(cells[4]), Shared(cells[5]), Shared(cells[6]),
            new GeoPoint(latitude, longitude), population, cells[10] == "exact");
        return new PlaceRow(place, cells[3]);

        // Thousands of places share an area's name: one string each.
        string Shared(string value) => areas.TryGetValue(value, out var known) ? known : areas[value] = value;
    }
}
