using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Reunion.Tests.Public;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Faults;

/// <summary>People who send tips without a pause, and send again what was not acknowledged: a phone that lost its connection does.</summary>
internal sealed class TipBurst(string alertCode)
{
    private const int Senders = 16;
    private const int OneWithPhotoIn = 25;

    private static readonly byte[] Photo = TestPhotos.Jpeg(64, 64);

    private readonly ConcurrentQueue<(int Number, string Key)> _again = new();
    private int _next;

    /// <summary>The id that each acknowledged tip was given, by its number.</summary>
    public ConcurrentDictionary<int, string> Acknowledged { get; } = new();

    /// <summary>Acknowledgements that named another tip than one before for the same number, or were none.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    public int Sent => _next;

    /// <summary>Sends until told to stop or until nobody answers.</summary>
    public Task RunAsync(Uri site, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(site, stop), CancellationToken.None)));

    /// <summary>Sends once more what was never acknowledged.</summary>
    public async Task FinishAsync(Uri site)
    {
        using var client = PublicReader.Program(site);
        while (_again.TryDequeue(out var tip))
            await PostAsync(client, tip, CancellationToken.None);
    }

    public static string TextOf(int number) => $"Number {number}";

    private async Task SendAsync(Uri site, CancellationToken stop)
    {
        using var client = PublicReader.Program(site);
        while (!stop.IsCancellationRequested)
        {
            if (!_again.TryDequeue(out var tip))
                tip = (Interlocked.Increment(ref _next), Guid.NewGuid().ToString("n"));
            try
            {
                await PostAsync(client, tip, stop);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                // Nobody knows whether it arrived.
                _again.Enqueue(tip);
                if (e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                    return;
            }
        }
    }

    private async Task PostAsync(HttpClient client, (int Number, string Key) tip, CancellationToken stop)
    {
        using var form = PublicReader.Form(
            new { key = tip.Key, kind = "other", text = TextOf(tip.Number) }, tip.Number % OneWithPhotoIn == 0 ? [Photo] : []);
        using var answer = await client.PostAsync($"a/{alertCode}/tips", form, stop);
        var body = await answer.Content.ReadAsStringAsync(stop);
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            Wrong.Enqueue($"{tip.Number}: {(int)answer.StatusCode} {body}");
            return;
        }

        var id = JsonDocument.Parse(body).RootElement.GetProperty("tipId").GetString()!;
        if (Acknowledged.GetOrAdd(tip.Number, id) != id)
            Wrong.Enqueue($"{tip.Number}: {id} after another");
    }
}
