using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Tests.Support;

namespace Reunion.Tests.Hosting;

public sealed class SurfaceTests(ReunionApp app) : IClassFixture<ReunionApp>
{
    [Fact]
    public void Every_endpoint_says_on_which_surface_it_is_served()
    {
        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints);
        Assert.Empty(endpoints.Where(e => e.Metadata.GetMetadata<SurfaceMetadata>() is null).Select(e => e.DisplayName));
    }

    [Theory]
    [InlineData("account/login")]
    [InlineData("healthz/live")]
    [InlineData("metrics")]
    [InlineData("admin/people")]
    [InlineData("_blazor/negotiate")]
    [InlineData("_framework/blazor.web.js")]
    public async Task A_path_of_the_console_is_not_found_on_the_other_surfaces(string path)
    {
        foreach (var surface in new[] { app.PartnerUrl, app.PublicUrl })
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
            {
                using var client = ReunionApp.Client(surface);
                using var request = new HttpRequestMessage(method, path);
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
    }

    [Fact]
    public async Task The_public_site_has_the_shared_assets_and_the_partner_api_none()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.ConsoleUrl, "assets/console.css"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.PublicUrl, "assets/public.css"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.PartnerUrl, "assets/public.css"));
    }

    [Fact]
    public async Task An_unknown_path_of_the_partner_api_is_a_problem_with_a_code()
    {
        using var client = ReunionApp.Client(app.PartnerUrl);
        using var answer = await client.GetAsync("nothing/here", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("not_found", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("healthz/live")]
    [InlineData("healthz/ready")]
    [InlineData("metrics")]
    public async Task Health_and_metrics_need_no_account(string path) =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.ConsoleUrl, path));

    [Fact]
    public async Task Metrics_are_not_for_who_comes_through_a_proxy()
    {
        using var client = ReunionApp.Client(app.ConsoleUrl);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await client.GetAsync("metrics", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri surface, string path)
    {
        using var client = ReunionApp.Client(surface);
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
