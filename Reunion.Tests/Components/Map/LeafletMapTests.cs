using System.Text.Json;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Reunion.Console.Components.Map;
using Reunion.Core.Geography;

namespace Reunion.Tests.Components.Map;

public class LeafletMapTests : BunitContext
{
    private static readonly GeoPoint Hangzhou = new(30.2741, 120.1551);
    private readonly BunitJSModuleInterop _map;

    public LeafletMapTests()
    {
        Services.AddSingleton(TimeProvider.System);
        _map = JSInterop.SetupModule("./assets/map.js").SetupModule("createMap", _ => true);
        _map.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Only_layers_that_changed_are_sent_again()
    {
        var circle = new CircleLayer("circle", Hangzhou, 100_000, CircleTone.Live);
        var tip = new TipLayer("tip", Hangzhou, TipTone.New, "tip");
        var map = Show(p => p.Add(m => m.Layers, [circle, tip]));

        map.Render(p => p.Add(m => m.Layers, [circle with { }, tip with { State = TipTone.Verified }]));
        map.Render(p => p.Add(m => m.Layers, [circle with { }, tip with { State = TipTone.Verified }]));
        map.Render(p => p.Add(m => m.Layers, [circle]));

        var sent = _map.Invocations["update"];
        Assert.Equal([2, 1, 0], sent.Select(i => ((IReadOnlyList<MapLayer>)i.Arguments[0]!).Count));
        Assert.Equal(["circle"], (IEnumerable<string>)sent[2].Arguments[1]!);
    }

    [Fact]
    public async Task A_pick_is_told_only_while_picking_and_only_when_it_is_a_place()
    {
        var picked = new List<GeoPoint>();
        var map = Show(p => p.Add(m => m.Picking, true).Add(m => m.PickChanged, picked.Add));

        await map.InvokeAsync(() => map.Instance.OnPicked(30, 120));
        await map.InvokeAsync(() => map.Instance.OnPicked(91, 0));
        await map.InvokeAsync(() => map.Instance.OnPicked(double.NaN, 0));
        map.Render(p => p.Add(m => m.Picking, false));
        await map.InvokeAsync(() => map.Instance.OnPicked(31, 121));

        Assert.Equal([new GeoPoint(30, 120)], picked);
    }

    [Fact]
    public async Task Only_a_layer_that_is_shown_can_be_selected()
    {
        var selected = new List<string>();
        var map = Show(p => p.Add(m => m.OnSelect, selected.Add).Add(m => m.Layers, [new TipLayer("tip", Hangzhou, TipTone.New, "tip")]));

        await map.InvokeAsync(() => map.Instance.OnSelected("tip"));
        await map.InvokeAsync(() => map.Instance.OnSelected("another"));

        Assert.Equal(["tip"], selected);
    }

    [Fact]
    public async Task Only_a_handle_that_is_shown_is_moved_and_only_to_a_place()
    {
        var moves = new List<HandleMove>();
        var map = Show(p => p.Add(m => m.OnMove, moves.Add)
            .Add(m => m.Layers, [new HandleLayer("centre", Hangzhou, Hangzhou, ["opens"], CircleTone.Preview, "Centre")]));

        await map.InvokeAsync(() => map.Instance.OnMoved("centre", 31, 121));
        await map.InvokeAsync(() => map.Instance.OnMoved("another", 31, 121));
        await map.InvokeAsync(() => map.Instance.OnMoved("centre", 91, double.NaN));

        Assert.Equal([new HandleMove("centre", new GeoPoint(31, 121))], moves);
    }

    [Fact]
    public async Task Only_a_view_that_a_map_can_show_is_told()
    {
        var views = new List<MapView>();
        var map = Show(p => p.Add(m => m.OnView, views.Add));
        var overTheDateLine = new MapView(new(-10, 170, 10, 190), 5);

        await map.InvokeAsync(() => map.Instance.OnViewed(overTheDateLine));
        await map.InvokeAsync(() => map.Instance.OnViewed(overTheDateLine with { Zoom = double.NaN }));
        await map.InvokeAsync(() => map.Instance.OnViewed(overTheDateLine with { Bounds = null! }));
        foreach (var box in new MapBounds[] { new(10, 170, -10, 190), new(-91, 0, 0, 1), new(0, 0, 91, 1), new(0, 190, 1, 200), new(0, 1, 1, 0), new(0, -180, 1, 181) })
            await map.InvokeAsync(() => map.Instance.OnViewed(new(box, 5)));

        Assert.Equal([overTheDateLine], views);
    }

    [Fact]
    public void The_script_tells_the_view_only_where_somebody_listens()
    {
        Show(_ => { });
        Show(p => p.Add(m => m.OnView, _ => { }));

        Assert.Equal([false, true], JSInterop.Invocations.Where(i => i.Identifier == "createMap").Select(i => ((MapOptions)i.Arguments[1]!).TellsView));
    }

    [Fact]
    public async Task A_box_asked_for_is_brought_into_view_after_the_layers_are_sent()
    {
        var map = Show(p => p.Add(m => m.Layers, [new TipLayer("tip", Hangzhou, TipTone.New, "tip")]));

        await map.InvokeAsync(() => map.Instance.FitToAsync(MapBounds.China));

        Assert.Equal(["update", "fitTo"], _map.Invocations.Select(i => i.Identifier));
    }

    [Fact]
    public void A_script_that_fails_leaves_a_page_that_says_so()
    {
        Services.AddSingleton<IJSRuntime>(new BrokenScript());

        var map = Show(_ => { });

        map.WaitForElement("[role=alert]");
    }

    [Fact]
    public void Layers_are_written_as_the_script_reads_them()
    {
        var layers = new List<MapLayer>
        {
            new CircleLayer("c", Hangzhou, 100_000, CircleTone.Next, CircleStyle.Dashed)
            {
                Label = "100 km",
                DueAtUtc = DateTimeOffset.UnixEpoch.AddSeconds(2),
            },
            new MarkerLayer("m", Hangzhou, MarkerKind.LastSeen, "here"),
            new TipLayer("t", Hangzhou, TipTone.InReview, "tip"),
            new PathLayer("p", [new PathPoint(Hangzhou, "09:10"), new PathPoint(Hangzhou, "09:20") { IsDoubtful = true, LegLabel = "190 km in 10 min" }]),
            new HandleLayer("h", Hangzhou, new GeoPoint(30, 120), ["c"], CircleTone.Preview, "Centre"),
            new CellsLayer("d", 0.5, CellTone.Density, [240, 600, 1]),
            new TipLayer("heap", Hangzhou, TipTone.New, "37 tips") { Count = 37, Bounds = new(30, 120, 31, 121) },
            new CircleLayer("near", Hangzhou, 5_000, CircleTone.Cluster),
        };

        var json = JsonSerializer.SerializeToElement(layers, JsonSerializerOptions.Web);

        Assert.Equal(["circle", "marker", "tip", "path", "handle", "cells", "tip", "circle"], json.EnumerateArray().Select(l => l.GetProperty("kind").GetString()));
        Assert.Equal("next", json[0].GetProperty("tone").GetString());
        Assert.Equal("dashed", json[0].GetProperty("style").GetString());
        Assert.Equal(2000, json[0].GetProperty("dueAtMs").GetInt64());
        Assert.Equal(181, json[0].GetProperty("outline").GetArrayLength());
        Assert.Equal(120.1551, json[0].GetProperty("centreLon").GetDouble());
        Assert.Equal("lastSeen", json[1].GetProperty("marker").GetString());
        Assert.Equal("inReview", json[2].GetProperty("state").GetString());
        Assert.Equal(1, json[2].GetProperty("count").GetInt32());
        Assert.Equal(30.2741, json[3].GetProperty("points")[0].GetProperty("lat").GetDouble());
        Assert.Equal([false, true], json[3].GetProperty("points").EnumerateArray().Select(p => p.GetProperty("isDoubtful").GetBoolean()));
        Assert.Equal("190 km in 10 min", json[3].GetProperty("points")[1].GetProperty("legLabel").GetString());
        Assert.Equal(["c"], json[4].GetProperty("circles").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("density", json[5].GetProperty("tone").GetString());
        Assert.Equal([240, 600, 1], json[5].GetProperty("cells").EnumerateArray().Select(c => c.GetInt32()));
        Assert.Equal((37, 121), (json[6].GetProperty("count").GetInt32(), json[6].GetProperty("bounds").GetProperty("east").GetDouble()));
        Assert.Equal("cluster", json[7].GetProperty("tone").GetString());
        Assert.Equal((30.2741, 30), (json[4].GetProperty("lat").GetDouble(), json[4].GetProperty("fromLat").GetDouble()));
    }

    private IRenderedComponent<LeafletMap> Show(Action<ComponentParameterCollectionBuilder<LeafletMap>> parameters) =>
        Render<LeafletMap>(p =>
        {
            p.Add(m => m.Label, "Map");
            parameters(p);
        });

    private sealed class BrokenScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new JSException("broken");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            throw new JSException("broken");
    }
}
