using Reunion.Core.Geography;
using Reunion.Core.Partners;

namespace Reunion.Core.Seeding;

/// <summary>A fictional app of the demo that carries alerts.</summary>
/// <param name="Slug">The word in its endpoint's path.</param>
/// <param name="Name">Its fictional name, Chinese and English.</param>
/// <param name="Targeting">How it finds the phones of a circle.</param>
/// <param name="Datum">The datum of its points.</param>
/// <param name="RecipientFormat">How it wants its recipient batches.</param>
/// <param name="PhonePercent">Its share of the simulated phones, 0 to 100.</param>
public sealed record DemoPartner(
    string Slug, string Name, Targeting Targeting, Datum Datum, RecipientFormat RecipientFormat, int PhonePercent)
{
    /// <summary>The apps of the demo: every targeting, every datum and both recipient formats are among them.</summary>
    public static IReadOnlyList<DemoPartner> All { get; } =
    [
        new("ride", "云驰出行 Yunchi Ride", Targeting.Devices, Datum.Gcj02, RecipientFormat.Binary, 25),
        new("maps", "明途地图 Mingtu Maps", Targeting.Both, Datum.Gcj02, RecipientFormat.Json, 35),
        new("pay", "穗付 Suipay", Targeting.Devices, Datum.Wgs84, RecipientFormat.Binary, 25),
        new("news", "晨溪新闻 Chenxi News", Targeting.Area, Datum.Wgs84, RecipientFormat.Json, 0),
        new("food", "禾骑外卖 Heqi Delivery", Targeting.Both, Datum.Bd09, RecipientFormat.Json, 15),
    ];

    /// <summary>Where its webhooks go.</summary>
    /// <param name="port">The loopback port that the simulated apps listen on.</param>
    public string Endpoint(int port) => $"http://127.0.0.1:{port}/{Slug}/alerts";

    internal PartnerForm Form(int port) => new()
    {
        Name = Name,
        Endpoint = Endpoint(port),
        ExerciseEndpoint = $"http://127.0.0.1:{port}/{Slug}/exercise",
        Targeting = Targeting,
        Datum = Datum,
        RecipientFormat = RecipientFormat,
        IsInternal = true,
        RequestsPerSecond = 1000,
    };
}
