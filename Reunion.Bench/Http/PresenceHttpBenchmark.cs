namespace Reunion.Bench.Http;

/// <summary>Positions a second that the running program takes over HTTP, with the client on the same cores.</summary>
internal sealed class PresenceHttpBenchmark : IBenchmark
{
    private const string Binary = "application/vnd.reunion.presence";
    private const string Ndjson = "application/x-ndjson";
    private const int Bodies = 12;

    public string Name => "presence-http";

    public string Description => "positions a second over HTTP; --seconds N (10), --connections N (2)";

    public void Run(BenchOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchOptions options)
    {
        var time = TimeSpan.FromSeconds(options.Number("seconds", 10));
        var connections = (int)options.Number("connections", 2);
        Report.Progress("making bodies");
        var binary = PositionBodies.Binary(Bodies);
        var ndjson = PositionBodies.Ndjson(Bodies);
        Report.Progress("starting the program");
        using var program = new RunningConsole();
        using var wgs84 = new BodyPoster(program.PartnerUrl, program.KeyOf("Suipay"), connections);
        using var gcj02 = new BodyPoster(program.PartnerUrl, program.KeyOf("Yunchi"), connections);
        (string Name, BodyPoster Poster, byte[][] Bodies, string Type)[] runs =
        [
            ("binary", wgs84, binary, Binary), ("ndjson", wgs84, ndjson, Ndjson), ("gcj02_binary", gcj02, binary, Binary),
        ];
        var figures = new List<(string, double)>();
        foreach (var (name, poster, bodies, type) in runs)
        {
            Report.Progress($"posting {name}, {bodies[0].Length / 1e6:0.0} MB a request");
            figures.Add(($"{name}_per_second", await poster.PositionsPerSecondAsync(bodies, type, time)));
        }
        foreach (var (name, value) in figures)
            Report.Figure(name, value, "positions/s");
    }
}
