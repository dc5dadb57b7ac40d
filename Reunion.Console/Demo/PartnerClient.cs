using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Reunion.Core.Common.Text;

namespace Reunion.Console.Demo;

/// <summary>An app's way to Reunion: the partner interface and its hub, with the app's key and nothing else.</summary>
internal sealed class PartnerClient : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly HubConnection _hub;

    public PartnerClient(Uri address, string apiKey)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        _hub = new HubConnectionBuilder()
            .WithUrl(new Uri(address, "hubs/tips"), o => o.AccessTokenProvider = () => Task.FromResult<string?>(apiKey))
            .WithAutomaticReconnect()
            .Build();
    }

    /// <summary>Reports positions; returns the epoch they were kept in.</summary>
    public async Task<string> ReportAsync(ReadOnlyMemory<byte> records, bool zip, CancellationToken cancel)
    {
        using HttpContent content = zip ? Zip(records) : new ReadOnlyMemoryContent(records);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.reunion.presence");
        using var response = await _http.PostAsync("partner/v1/presence", content, cancel);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
        return answer.GetProperty("epoch").GetString() ?? "";
    }

    /// <summary>Reports what phones did; says whether it is done, be it because the alert is not known any more.</summary>
    public Task<bool> ReceiptAsync(ReceiptLedger.Receipt receipt, string receiptId, CancellationToken cancel) => PostAsync(
        $"partner/v1/alerts/{receipt.AlertId}/receipts",
        new { receiptId, receipt.CircleId, receipt.Ring, receipt.Delivered, receipt.Opened }, cancel);

    /// <summary>The live alerts that the app was told of: after a start it knows none.</summary>
    public async Task<IReadOnlyList<HeardAlert>> LiveAlertsAsync(CancellationToken cancel) =>
        await _http.GetFromJsonAsync<List<HeardAlert>>("partner/v1/alerts", ContractJson.Options, cancel) ?? [];

    public Task<bool> WithdrawnAsync(string alertId, CancellationToken cancel) =>
        PostAsync($"partner/v1/alerts/{alertId}/withdrawal", new { photoWithdrawn = true }, cancel);

    public Task<bool> TipAsync(InventedTip tip, CancellationToken cancel) =>
        PostAsync($"partner/v1/alerts/{tip.AlertId}/tips", tip, cancel);

    public async Task TipOverHubAsync(InventedTip tip, CancellationToken cancel)
    {
        if (_hub.State == HubConnectionState.Disconnected)
            await _hub.StartAsync(cancel);
        await _hub.InvokeAsync<JsonElement>("SubmitTip", tip, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _http.Dispose();
    }

    private async Task<bool> PostAsync(string path, object body, CancellationToken cancel)
    {
        using var response = await _http.PostAsJsonAsync(path, body, ContractJson.Options, cancel);
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict || (int)response.StatusCode >= 500)
            return false;
        return true;
    }

    private static ByteArrayContent Zip(ReadOnlyMemory<byte> records)
    {
        using var zipped = new MemoryStream(records.Length);
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(records.Span);
        var content = new ByteArrayContent(zipped.GetBuffer(), 0, (int)zipped.Length);
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
