using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Reunion.Tests.Support;

namespace Reunion.Tests.EndToEnd;

/// <summary>Acts as one of the demo's partner apps, with the key that the demo leaves for scripts.</summary>
internal sealed class DemoPartner(ReunionProcess program, string name) : IDisposable
{
    private readonly string _key = ReadKey(program, name);
    private readonly HttpClient _http = new() { BaseAddress = program.PartnerUrl };

    public void Dispose() => _http.Dispose();

    /// <summary>The live alerts as this partner reads them.</summary>
    public async Task<JsonElement> AlertsAsync() => await SendAsync(HttpMethod.Get, "partner/v1/alerts", null);

    /// <summary>Sends a tip over HTTP.</summary>
    public Task<JsonElement> SubmitTipAsync(string alertId, object tip) => SendAsync(HttpMethod.Post, $"partner/v1/alerts/{alertId}/tips", tip);

    /// <summary>Sends a tip over SignalR.</summary>
    public async Task<JsonElement> SubmitTipByHubAsync(object tip)
    {
        await using var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(program.PartnerUrl, "hubs/tips"), o => o.AccessTokenProvider = () => Task.FromResult<string?>(_key)).Build();
        await hub.StartAsync(TestContext.Current.CancellationToken);
        return await hub.InvokeAsync<JsonElement>("SubmitTip", tip, TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static string ReadKey(ReunionProcess program, string name)
    {
        using var file = File.OpenRead(Path.Combine(program.DataDirectory, "demo-partners.json"));
        using var partners = JsonDocument.Parse(file);
        return partners.RootElement.EnumerateArray().First(p => p.GetProperty("name").GetString()!.Contains(name, StringComparison.Ordinal))
            .GetProperty("apiKey").GetString()!;
    }
}
