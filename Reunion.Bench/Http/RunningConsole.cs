using System.Diagnostics;
using System.Text.Json;

namespace Reunion.Bench.Http;

/// <summary>The real program as a child process with the demo's partners and none of its phones; free ports, a directory of its own.</summary>
internal sealed class RunningConsole : IDisposable
{
    private static readonly string[] Arguments =
    [
        "--demo", "--phones", "0", "--Reunion:Console:Url=http://localhost:0", "--Reunion:Partner:Url=http://localhost:0",
        "--Reunion:Public:Url=http://localhost:0",
    ];

    private readonly OwnedDirectory _data;
    private readonly Process _process;

    /// <param name="more">More of the program's arguments.</param>
    public RunningConsole(params IEnumerable<string> more)
    {
        _process = new Process();
        _data = new OwnedDirectory("console", End);
        _process.StartInfo = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "Reunion.Console"), [.. Arguments, .. more, $"--Reunion:DataDirectory={_data.Path}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _data.Path,
        };
        _process.Start();
        (ConsoleUrl, PartnerUrl, PublicUrl) = ReadUntilReady();
        // From here on nobody reads what it writes; it must not wait for that.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>What one sender may send without limit: the benchmarks have one address for all of theirs.</summary>
    public static string[] NoLimits { get; } =
    [
        "--Reunion:Public:FormsAtOnce=10000000", "--Reunion:Public:FormsPerSecond=1000000", "--Reunion:Public:AttackPerSecond=1000000",
    ];

    public Uri ConsoleUrl { get; }

    public Uri PartnerUrl { get; }

    public Uri PublicUrl { get; }

    public string DataDirectory => _data.Path;

    /// <summary>The processors' time that the program has taken until now, of all of its threads.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The key of the demo's partner with a part of a name.</summary>
    public string KeyOf(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(_data.Path, "demo-partners.json")));
        return file.RootElement.EnumerateArray().First(p => p.GetProperty("name").GetString()!.Contains(name, StringComparison.Ordinal))
            .GetProperty("apiKey").GetString()!;
    }

    public void Dispose()
    {
        _data.Dispose();
        _process.Dispose();
    }

    private (Uri Console, Uri Partner, Uri Public) ReadUntilReady()
    {
        Uri? console = null, partner = null, site = null;
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            switch (line.Split(' ', 2, StringSplitOptions.TrimEntries))
            {
                case ["Console", var url]:
                    console = new Uri(url + "/");
                    break;
                case ["Partner", var url]:
                    partner = new Uri(url + "/");
                    break;
                case ["Public", var url]:
                    site = new Uri(url + "/");
                    break;
                case ["Ready", ..] when console is not null && partner is not null && site is not null:
                    return (console, partner, site);
            }
        }
        throw new InvalidOperationException("The program ended before it was ready.");
    }

    private void End()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }
}
