using System.Diagnostics;
using Reunion.Bench.Http;
using Reunion.Bench.Screens;

namespace Reunion.Bench.Tips;

/// <summary>
/// Tips a second that the running program commits, sent over HTTP as its public form sends them, the sender on the same cores; then how
/// long they take to open consoles.
/// </summary>
internal sealed class TipsBenchmark : IBenchmark
{
    private const int PhotoBytes = 3_000_000;

    public string Name => "tips";

    public string Description => "durable tips a second over HTTP; --seconds N (20), --connections N (256), --photo-connections N (8)";

    public void Run(BenchOptions options)
    {
        RunAsync(options).GetAwaiter().GetResult();
        new ToScreenBenchmark().Run(options);
    }

    private static async Task RunAsync(BenchOptions options)
    {
        var time = TimeSpan.FromSeconds(options.Number("seconds", 20));
        Report.Progress("making a photo");
        var photo = NoisyPhoto.Make(PhotoBytes);
        Report.Progress("starting the program");
        using var program = new RunningConsole(RunningConsole.NoLimits);
        var (_, code) = await LiveAlert.IssueAsync(program.DataDirectory);
        var (plain, withPhoto) = (new TipRequests(program.PublicUrl, code, default), new TipRequests(program.PublicUrl, code, photo));
        Report.Progress("sending tips without photos");
        var tips = await PerSecondAsync(program, plain, (int)options.Number("connections", 256), time);
        Report.Progress($"sending tips with a photo of {photo.Length / 1e6:0.00} MB each");
        var photoTips = await PerSecondAsync(program, withPhoto, (int)options.Number("photo-connections", 8), time);
        Report.Figure("tips_per_second", tips.PerSecond, "tips/s");
        Report.Figure("tip_cpu_us", tips.WorkedMicroseconds, "us");
        Report.Figure("photo_tips_per_second", photoTips.PerSecond, "tips/s");
        Report.Figure("photo_tip_cpu_ms", photoTips.WorkedMicroseconds / 1000, "ms");
    }

    private static async Task<(double PerSecond, double WorkedMicroseconds)> PerSecondAsync(
        RunningConsole program, TipRequests requests, int connections, TimeSpan time)
    {
        // Compiled code and connections are there before it counts: what is often run is compiled again, for some ten seconds.
        await RunAsync(program, requests, connections, time / 2);
        return await RunAsync(program, requests, connections, time);
    }

    // What the program works for a tip says the same on a busy machine as on a quiet one; how many it takes a second does not.
    private static async Task<(double PerSecond, double WorkedMicroseconds)> RunAsync(
        RunningConsole program, TipRequests requests, int connections, TimeSpan time)
    {
        var sent = 0;
        var before = program.Worked;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = new RawConnection(program.PublicUrl);
            await connection.ConnectAsync();
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var answer = await connection.SendAsync(requests.Next());
                if (!answer.StartsWith("HTTP/1.1 201 ", StringComparison.Ordinal) || answer.Contains("refusedPhotos", StringComparison.Ordinal))
                    throw new InvalidOperationException($"Answered {answer}");
                Interlocked.Increment(ref sent);
            }
        })));
        return (sent / Stopwatch.GetElapsedTime(started).TotalSeconds, (program.Worked - before).TotalMicroseconds / sent);
    }
}
