using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Map.Coverage;
using Reunion.Core.Alerts.Coverage;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;
using Reunion.Core.Partners;
using Reunion.Tests.Console.Cases;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Map;

public sealed class LayerPanelTests
{
    [Fact]
    public async Task Density_follows_the_zoom_and_goes_when_it_is_switched_off()
    {
        using var culture = new CultureScope("en");
        await using var context = await OpenAsync(phones: 60);
        var layers = new List<IReadOnlyList<MapLayer>>();
        var panel = context.Render<LayerPanel>(p => p.Add(l => l.Zoom, 4).Add(l => l.OnLayers, layers.Add));

        await panel.Find(Id("show-density")).ClickAsync(new());
        panel.WaitForElement(Id("density-legend"));
        panel.Render(p => p.Add(l => l.Zoom, 7));
        panel.WaitForState(() => layers[^1] is [CellsLayer { CellDegrees: 0.25 }]);
        Assert.Contains(layers, l => l is [CellsLayer { CellDegrees: 2, Cells: [60, 150, 0] }]);
        await panel.Find(Id("show-density")).ClickAsync(new());

        Assert.Empty(layers[^1]);
        Assert.Empty(panel.FindAll(Id("density-legend")));
        Assert.Equal("false", panel.Find(Id("show-density")).GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_gap_is_named_with_its_people_and_a_click_goes_there()
    {
        using var culture = new CultureScope("en");
        await using var context = await OpenAsync(phones: 60);
        var went = new List<GeoPoint>();
        var panel = context.Render<LayerPanel>(p => p.Add(l => l.Zoom, 4).Add(l => l.OnGoTo, went.Add));

        await panel.Find(Id("show-gaps")).ClickAsync(new());
        var first = panel.WaitForElement(Id("gap"));
        Assert.Matches("^No partner reaches [0-9,]+,000 people around Shanghai$", first.GetAttribute("aria-label"));
        await first.ClickAsync(new());

        Assert.InRange(Assert.Single(went).Latitude, 31, 32);
    }

    [Fact]
    public async Task Before_any_position_came_in_it_says_so()
    {
        await using var context = await OpenAsync(phones: 0);
        var panel = context.Render<LayerPanel>(p => p.Add(l => l.Zoom, 4));
        await panel.Find(Id("show-gaps")).ClickAsync(new());
        panel.WaitForElement(Id("gaps-no-positions"));
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(499, 0)]
    [InlineData(500, 1)]
    [InlineData(4_999_999, 4)]
    public void A_shade_stands_for_ten_times_more_phones(long phones, int level) => Assert.Equal(level, DensityScale.LevelOf(phones));

    private static async Task<CasesContext> OpenAsync(int phones)
    {
        var context = await CasesContext.CreateAsync();
        var scene = context.Scene;
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner("Rides"));
        scene.Get<PresenceIndex>().Report(
            partner.Id, [.. Enumerable.Range(1, phones).Select(i => new PositionReport((ulong)i, new GeoPoint(30.2741, 120.1551), scene.Clock.GetUtcNow()))]);
        context.Services.AddSingleton(scene.Get<ReadDensity>());
        context.Services.AddSingleton(new ReadCoverage(
            scene.Get<ReadPartners>(), scene.Get<PresenceIndex>(), new Gazetteer(Options.Create(new GazetteerOptions())), scene.Clock));
        return context;
    }

    private static string Id(string id) => $"[data-testid={id}]";
}
