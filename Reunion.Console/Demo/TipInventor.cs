using System.Globalization;
using System.Text.Json;
using Reunion.Core.Common.Text;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;

namespace Reunion.Console.Demo;

/// <summary>Invents what people saw: most along one path that leads away from where the child was last seen, some anywhere.</summary>
internal sealed class TipInventor(Gazetteer gazetteer, TimeProvider clock)
{
    private const double PathShare = 0.7;
    private const double MetresPerTip = 9_000;

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private readonly TipPhrase[] _phrases = Load();

    /// <summary>The next tip of an alert.</summary>
    /// <param name="alert">The alert as the app knows it.</param>
    /// <param name="number">How many there were before.</param>
    /// <param name="datum">The app's datum.</param>
    public InventedTip Next(HeardAlert alert, int number, Datum datum)
    {
        var point = PointOf(alert, number);
        var phrase = _phrases[Random.Shared.Next(_phrases.Length)];
        var place = gazetteer.Nearest(DatumConversion.ToWgs84(point.Latitude, point.Longitude, datum))?.Place;
        var name = place?.NameIn(phrase.Language == "zh" ? Chinese : English) ?? "";
        var contact = Random.Shared.Next(4) == 0 ? $"1390000{Random.Shared.Next(10_000):0000}" : null;
        return new InventedTip(
            alert.AlertId, phrase.Kind, phrase.Text.Replace("{place}", name, StringComparison.Ordinal),
            clock.GetUtcNow().AddMinutes(-Random.Shared.Next(1, 6)), Math.Round(point.Latitude, 6), Math.Round(point.Longitude, 6),
            place?.FullNameIn(Chinese) ?? name, contact, Guid.NewGuid().ToString("n"));
    }

    private static GeoPoint PointOf(HeardAlert alert, int number)
    {
        var start = new GeoPoint(alert.LastSeen.Lat, alert.LastSeen.Lon);
        var reach = alert.Circles.Count > 0 ? alert.Circles.Max(c => c.RadiusMetres) : 100_000;
        if (Random.Shared.NextDouble() >= PathShare)
            return Geodesic.Destination(start, Random.Shared.NextDouble() * 360, reach * Math.Sqrt(Random.Shared.NextDouble()));

        // Every app must agree on the way, so it comes from the alert's id.
        var heading = alert.AlertId.Aggregate(17, (hash, letter) => unchecked(hash * 31 + letter)) & 0x7FFF_FFFF;
        var along = Math.Min(3_000 + number * MetresPerTip, reach * 0.9);
        var onPath = Geodesic.Destination(start, heading % 360, along);
        return Geodesic.Destination(onPath, Random.Shared.NextDouble() * 360, 2_500 * Random.Shared.NextDouble());
    }

    private static TipPhrase[] Load()
    {
        var assembly = typeof(TipInventor).Assembly;
        using var stream = assembly.GetManifestResourceStream("Reunion.Console.Demo.tip-phrases.json")
            ?? throw new InvalidOperationException("The tips' phrases are not in the program.");
        return JsonSerializer.Deserialize<TipPhrase[]>(stream, ContractJson.Options)
            ?? throw new InvalidOperationException("The tips' phrases are empty.");
    }
}
