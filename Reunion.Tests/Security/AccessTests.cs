using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Hosting;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Tests.Security;

/// <summary>Holds every endpoint, page and hub method of the running program against <see cref="AccessRules"/>.</summary>
public sealed class AccessTests(AccessApp app) : IClassFixture<AccessApp>
{
    private const string HowToAdd = "Say in Reunion.Tests/Security/AccessRules.cs who may reach it.";

    [Fact]
    public void Every_endpoint_has_a_rule_and_every_rule_an_endpoint()
    {
        var endpoints = EndpointRow.AllBut(app.Services, EndpointRow.IsFile).Select(e => e.ToString()).ToList();
        Assert.True(!endpoints.Except(AccessRules.Endpoints.Keys).Any(), $"Without a rule:\n{string.Join('\n', endpoints.Except(AccessRules.Endpoints.Keys))}\n{HowToAdd}");
        Assert.Empty(AccessRules.Endpoints.Keys.Except(endpoints));
    }

    [Fact]
    public async Task Every_endpoint_lets_through_whom_its_rule_names_and_nobody_else()
    {
        var wrong = new List<string>();
        foreach (var endpoint in EndpointRow.AllBut(app.Services, EndpointRow.IsFile))
        {
            var let = "";
            foreach (var who in AccessRules.Everybody)
                if (await app.MayAsync(who, endpoint))
                    let += who;
            if (AccessRules.Endpoints.GetValueOrDefault(endpoint.ToString()) != let)
                wrong.Add($"[\"{endpoint}\"] = \"{let}\",");
        }
        Assert.True(wrong.Count == 0, "Let through, other than the rules say:\n" + string.Join('\n', wrong));
    }

    [Fact]
    public void Every_routable_page_is_in_the_route_table()
    {
        var pages = typeof(ReunionHost).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);
        Assert.All(pages, page => Assert.Contains(AccessRules.Endpoints.Keys, rule => rule.EndsWith(" GET " + page, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_endpoint_is_on_a_surface()
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        Assert.DoesNotContain(endpoints, e => e.Metadata.GetMetadata<SurfaceMetadata>() is not { Surfaces.Count: > 0 });
    }

    [Fact]
    public void Files_are_open_and_nothing_else_is_taken_for_one()
    {
        var files = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(EndpointRow.IsFile).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.NotNull(f.Metadata.GetMetadata<IAllowAnonymous>()));
        Assert.All(files, f => Assert.Contains('.', f.RoutePattern.RawText!));
    }

    [Fact]
    public void Every_hub_method_has_a_rule()
    {
        var methods = typeof(ReunionHost).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Hub)) && !t.IsAbstract)
            .SelectMany(hub => hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => m.GetBaseDefinition().DeclaringType == hub && !m.IsSpecialName && m.Name != nameof(IDisposable.Dispose))
                .Select(m => $"{hub.Name}.{m.GetCustomAttribute<HubMethodNameAttribute>()?.Name ?? m.Name}")).ToList();
        Assert.True(!methods.Except(AccessRules.HubMethods.Keys).Any(), $"Without a rule: {string.Join(", ", methods.Except(AccessRules.HubMethods.Keys))}. {HowToAdd}");
        Assert.Empty(AccessRules.HubMethods.Keys.Except(methods));
    }

    [Fact]
    public async Task A_partner_calls_the_hub_and_nobody_without_a_key_connects()
    {
        var cancel = TestContext.Current.CancellationToken;
        foreach (var key in (string?[])[null, "rnk_" + new string('A', 43)])
        {
            await using var stranger = app.Hub(key);
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<HttpRequestException>(() => stranger.StartAsync(cancel))).StatusCode);
        }
        await using var partner = app.Hub(await app.PartnerKeyAsync());
        await partner.StartAsync(cancel);
        foreach (var method in AccessRules.HubMethods.Keys.Select(name => name.Split('.')[1]))
        {
            // Let through to the method, which then finds no such alert.
            object argument = method == "WatchAlert" ? "alert_nothing" : new { alertId = "alert_nothing", kind = "other", text = "x" };
            var refused = await Assert.ThrowsAsync<HubException>(() => partner.InvokeAsync(method, argument, cancel));
            Assert.EndsWith("not_found", refused.Message, StringComparison.Ordinal);
        }
    }
}
