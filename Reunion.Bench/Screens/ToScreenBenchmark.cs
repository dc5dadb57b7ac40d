using System.Collections.Concurrent;
using System.Diagnostics;
using Reunion.Bench.Http;
using Reunion.Bench.Tips;

namespace Reunion.Bench.Screens;

/// <summary>How long a tip takes from its sender's receipt to the screens of supervisors who all watch while tips come in steadily.</summary>
internal sealed class ToScreenBenchmark : IBenchmark
{
    private const int Senders = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "to-screen";

    public string Description => "from a tip's receipt to open consoles; --consoles N (50), --tips N a second (100), --seconds N (15)";

    public void Run(BenchOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchOptions options)
    {
        var (consoles, rate, seconds) = ((int)options.Number("consoles", 50), (int)options.Number("tips", 100), (int)options.Number("seconds", 15));
        Report.Progress("starting the program");
        using var program = new RunningConsole(RunningConsole.NoLimits);
        var (alert, code) = await LiveAlert.IssueAsync(program.DataDirectory);
        var requests = new TipRequests(program.PublicUrl, code, default);
        var cookies = await SignedIn.AsSupervisorAsync(program.ConsoleUrl);
        using var http = SignedIn.Client(program.ConsoleUrl, cookies);
        Report.Progress($"opening {consoles} consoles");
        var screens = new List<OpenScreen>();
        for (var i = 0; i < consoles; i++)
        {
            screens.Add(new OpenScreen(program.ConsoleUrl, cookies));
            await screens[^1].OpenAsync(http, $"tips?alert={alert}");
        }

        // Compiled code is there before it counts.
        Report.Progress($"sending {rate} tips a second");
        var before = await SendAsync(program.PublicUrl, requests, rate, seconds);
        var worked = program.Worked;
        var started = Stopwatch.GetTimestamp();
        var accepted = await SendAsync(program.PublicUrl, requests, rate, seconds);
        var cores = (program.Worked - worked) / Stopwatch.GetElapsedTime(started);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Task.Delay(Patience);
        foreach (var screen in screens)
            await screen.DisposeAsync();

        var (waits, missing) = Waits(screens, before.Count, accepted);
        Report.Progress($"{accepted.Count / took:0} tips/s, {cores:0.0} cores; median {waits.Percentile(0.5):0} ms, longest {waits.Longest:0} ms");
        if (missing > 0)
            throw new InvalidOperationException($"{missing} times a tip was not on a screen within {Patience.TotalSeconds} s.");
        Report.Figure("to_screen_p99_ms", waits.Percentile(0.99), "ms");
    }

    // Tips are committed in the order of their receipts or nearly so: a screen that shows so many shows the first so many.
    private static (Durations Waits, int Missing) Waits(List<OpenScreen> screens, int before, IReadOnlyList<long> accepted)
    {
        var waits = new Durations(accepted.Count * screens.Count);
        var missing = 0;
        foreach (var counts in screens.Select(s => s.Counts))
        {
            var at = 0;
            foreach (var (index, receipt) in accepted.Index())
            {
                while (at < counts.Count && counts[at].Tips < before + index + 1)
                    at++;
                if (at == counts.Count)
                    missing++;
                else
                    waits.Add(Math.Max(0, Stopwatch.GetElapsedTime(receipt, counts[at].At).TotalMilliseconds));
            }
        }

        return (waits, missing);
    }

    // Each sender has its own beat, so that a slow answer delays no other's tips.
    private static async Task<IReadOnlyList<long>> SendAsync(Uri site, TipRequests requests, int rate, int seconds)
    {
        var accepted = new ConcurrentBag<long>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            using var connection = new RawConnection(site);
            await connection.ConnectAsync();
            for (var number = sender; number < rate * seconds; number += Senders)
            {
                var wait = TimeSpan.FromSeconds((double)number / rate) - Stopwatch.GetElapsedTime(started);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                var answer = await connection.SendAsync(requests.Next());
                if (!answer.StartsWith("HTTP/1.1 201 ", StringComparison.Ordinal))
                    throw new InvalidOperationException($"Answered {answer}");
                accepted.Add(Stopwatch.GetTimestamp());
            }
        })));
        return [.. accepted.Order()];
    }
}
