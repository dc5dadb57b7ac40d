using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Reunion.Bench.Http;

/// <summary>Posts bodies over kept connections, a few at a time, and checks each answer.</summary>
internal sealed class BodyPoster(Uri partnerUrl, string key, int connections) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false })
    {
        BaseAddress = partnerUrl,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>Positions accepted a second, the answers read and checked.</summary>
    public async Task<double> PositionsPerSecondAsync(byte[][] bodies, string type, TimeSpan time)
    {
        // Compiled code, connections and the devices are there before it counts.
        await RunAsync(bodies, type, time / 3);
        return await RunAsync(bodies, type, time);
    }

    public void Dispose() => _http.Dispose();

    private async Task<double> RunAsync(byte[][] bodies, string type, TimeSpan time)
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
                await PostAsync(bodies[Interlocked.Increment(ref next) % bodies.Length], type);
        })));
        return (next + 1.0) * PositionBodies.Positions / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task PostAsync(byte[] body, string type)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await _http.PostAsync("partner/v1/presence", content);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"Answered {(int)answer.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.GetProperty("accepted").GetInt32() != PositionBodies.Positions)
            throw new InvalidOperationException($"Not all were accepted: {text}");
    }
}
