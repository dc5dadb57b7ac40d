extern alias program;
using program::Reunion.Console.Hosting.Surfaces;
using Reunion.Bench.Dispatch;
using Reunion.Bench.Populations;
using Reunion.Core.Alerts.Publishing;

namespace Reunion.Bench.Public;

/// <summary>The page of an alert against nginx with the same bytes in a file; and how long it takes while tips come in.</summary>
internal sealed class PublicPageBenchmark : IBenchmark
{
    private const int Rounds = 3;

    public string Name => "public-page";

    public string Description =>
        "the public page against nginx, and while tips come in; --seconds N (6), --connections N (32), --tips N a second (200)";

    public void Run(BenchOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchOptions options)
    {
        var (seconds, connections) = ((int)options.Number("seconds", 6), (int)options.Number("connections", 32));
        Report.Progress("starting the program");
        using var program = new DispatchProgram();
        var (missing, version) = await program.FileAsync(CityPopulation.Hangzhou);
        var alert = await program.IssueAsync(missing, version);
        var code = (await program.Get<ReadAlerts>().FindAsync(alert))!.Alert.Code;
        var ours = new Uri(program.Get<SurfaceAddresses>().Public, $"a/{code}");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var page = await http.GetByteArrayAsync(ours);
        using var nginx = new NginxServer(page);
        if (!IsSame(page, await http.GetByteArrayAsync(nginx.PageUrl)))
            throw new InvalidOperationException("nginx serves other bytes.");

        Report.Progress($"a page of {page.Length:N0} bytes, by turns, {Rounds} times {seconds} s each");
        await Wrk.RunAsync(ours, connections, seconds);
        var rounds = new List<(double Ours, double Theirs)>();
        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add(((await Wrk.RunAsync(ours, connections, seconds)).PerSecond, (await Wrk.RunAsync(nginx.PageUrl, connections, seconds)).PerSecond));
            Report.Progress($"ours {rounds[^1].Ours:N0} requests/s, nginx {rounds[^1].Theirs:N0}");
        }

        var (our, their) = (Median(rounds.Select(r => r.Ours)), Median(rounds.Select(r => r.Theirs)));

        var rate = (int)options.Number("tips", 200);
        Report.Progress($"the same while {rate} tips a second come in");
        using var stop = new CancellationTokenSource();
        using var sender = new TipSender(new Uri(ours.AbsoluteUri + "/tips"));
        var sending = Task.Run(() => sender.RunAsync(rate, stop.Token));
        var under = await Wrk.RunAsync(ours, connections, seconds * 2);
        await stop.CancelAsync();
        var taken = await sending;
        Report.Progress($"{taken:0} tips/s came in; the page's 99th percentile was {under.P99:0.0} ms");
        if (taken < rate * 0.95)
            throw new InvalidOperationException($"Only {taken:0} tips a second came in.");

        Console.WriteLine();
        Console.WriteLine($"requests/s: ours {our:N0}, nginx {their:N0}; ours while {taken:0} tips/s come in {under.PerSecond:N0}");
        Console.WriteLine();
        Report.Figure("nginx_ratio", our / their, "x");
        Report.Figure("p99_under_tips_ms", under.P99, "ms");
    }

    private static bool IsSame(byte[] ours, byte[] theirs) => ours.AsSpan().SequenceEqual(theirs);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
