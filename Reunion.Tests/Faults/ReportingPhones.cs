using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Reunion.Core.Geography;

namespace Reunion.Tests.Faults;

/// <summary>A partner's phones in the test's process: they report on and on, and all of them again when positions were lost.</summary>
internal sealed class ReportingPhones(string apiKey, int count, GeoPoint centre, double outToMetres, int seed) : IDisposable
{
    private const int RecordBytes = 20;
    private const int Slice = 300;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly List<GeoPoint>[] _paths = [.. Enumerable.Range(0, count).Select(_ => new List<GeoPoint>())];
    private string _epoch = "";
    private int _next;

    /// <summary>Where the program listens now; null while it is down.</summary>
    public Uri? Address { get; set; }

    /// <summary>All places that a phone has reported or will, the last one last. Phone n has the device id n + 1.</summary>
    public IReadOnlyList<IReadOnlyList<GeoPoint>> Paths => _paths;

    /// <summary>Puts every phone somewhere, or some phones somewhere else.</summary>
    public void Move(double share)
    {
        lock (_gate)
            foreach (var path in _paths)
                if (_random.NextDouble() < share)
                    path.Add(Geodesic.Destination(centre, _random.NextDouble() * 360, outToMetres * Math.Sqrt(_random.NextDouble())));
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                if (Address is { } address)
                    await ReportAsync(address, cancel);
                await Task.Delay(Pace, cancel);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
            {
                // Killed in mid-request, or the test is over.
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task ReportAsync(Uri address, CancellationToken cancel)
    {
        var epoch = await PostAsync(address, Records(_next, Slice), cancel);
        _next = (_next + Slice) % count;
        if (epoch == _epoch)
            return;
        if (await PostAsync(address, Records(0, count), cancel) == epoch)
            _epoch = epoch;
    }

    private byte[] Records(int first, int some)
    {
        var records = new byte[some * RecordBytes];
        var now = (uint)TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        lock (_gate)
            for (var i = 0; i < some; i++)
            {
                var phone = (first + i) % count;
                var record = records.AsSpan(i * RecordBytes);
                var point = _paths[phone][^1];
                BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)phone + 1);
                BinaryPrimitives.WriteInt32LittleEndian(record[8..], (int)Math.Round(point.Latitude * 1e7));
                BinaryPrimitives.WriteInt32LittleEndian(record[12..], (int)Math.Round(point.Longitude * 1e7));
                BinaryPrimitives.WriteUInt32LittleEndian(record[16..], now);
            }

        return records;
    }

    private async Task<string> PostAsync(Uri address, byte[] records, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "partner/v1/presence")) { Content = new ByteArrayContent(records) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.reunion.presence");
        using var response = await _http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
        return answer.GetProperty("epoch").GetString()!;
    }
}
