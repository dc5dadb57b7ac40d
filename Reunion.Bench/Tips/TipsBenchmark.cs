using System.Diagnostics;
using Reunion.Bench.Http;

namespace Reunion.Bench.Tips;

/// <summary>Tips a second that the running program commits, sent over HTTP as its public form sends them, the sender on the same cores.</summary>
internal sealed class TipsBenchmark : IBenchmark
{
    private const int PhotoBytes = 3_000_000;

    public string Name => "tips";

    public string Description => "durable tips a second over HTTP; --seconds N (10), --connections N (64), --photo-connections N (8)";

    public void Run(BenchOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchOptions options)
    {
        var time = TimeSpan.FromSeconds(options.Number("seconds", 10));
        Report.Progress("making a photo");
        var photo = NoisyPhoto.Make(PhotoBytes);
        Report.Progress("starting the program");
        using var program = new RunningConsole();
        var code = await LiveAlert.IssueAsync(program.DataDirectory);
        var (plain, withPhoto) = (new TipRequests(program.PublicUrl, code, default), new TipRequests(program.PublicUrl, code, photo));
        Report.Progress("sending tips without photos");
        var tips = await PerSecondAsync(program.PublicUrl, plain, (int)options.Number("connections", 64), time);
        Report.Progress($"sending tips with a photo of {photo.Length / 1e6:0.00} MB each");
        var photoTips = await PerSecondAsync(program.PublicUrl, withPhoto, (int)options.Number("photo-connections", 8), time);
        Report.Figure("tips_per_second", tips, "tips/s");
        Report.Figure("photo_tips_per_second", photoTips, "tips/s");
    }

    private static async Task<double> PerSecondAsync(Uri site, TipRequests requests, int connections, TimeSpan time)
    {
        // Compiled code and connections are there before it counts.
        await RunAsync(site, requests, connections, time / 2);
        return await RunAsync(site, requests, connections, time);
    }

    private static async Task<double> RunAsync(Uri site, TipRequests requests, int connections, TimeSpan time)
    {
        var sent = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = new RawConnection(site);
            await connection.ConnectAsync();
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var answer = await connection.SendAsync(requests.Next());
                if (!answer.StartsWith("HTTP/1.1 201 ", StringComparison.Ordinal) || answer.Contains("refusedPhotos", StringComparison.Ordinal))
                    throw new InvalidOperationException($"Answered {answer}");
                Interlocked.Increment(ref sent);
            }
        })));
        return sent / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
