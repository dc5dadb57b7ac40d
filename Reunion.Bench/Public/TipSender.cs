using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Reunion.Bench.Public;

/// <summary>Sends tips to a page's form at a steady rate, whether or not the answers come.</summary>
internal sealed class TipSender(Uri form) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } },
    };

    /// <summary>Sends until stopped.</summary>
    /// <returns>Tips taken a second.</returns>
    /// <exception cref="InvalidOperationException">One was not taken.</exception>
    public async Task<double> RunAsync(int perSecond, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        var underway = new List<Task>();
        while (!stop.IsCancellationRequested)
        {
            var due = (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond);
            while (underway.Count < due)
                underway.Add(SendAsync(underway.Count));
            await Task.Delay(5, CancellationToken.None);
        }

        await Task.WhenAll(underway);
        return underway.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(int number)
    {
        using var fields = new MultipartFormDataContent
        {
            { new StringContent("sighting"), "kind" },
            { new StringContent($"Tip {number}: a girl in a red coat at the station, with a man of about forty."), "text" },
            { new StringContent("30.25"), "lat" },
            { new StringContent("120.2"), "lon" },
        };
        using var answer = await _http.PostAsync(form, fields);
        if (answer.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"A tip was answered {(int)answer.StatusCode}.");
    }
}
