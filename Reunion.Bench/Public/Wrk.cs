using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Reunion.Bench.Peers;

namespace Reunion.Bench.Public;

/// <summary>Asks for one address as fast as it is answered.</summary>
internal static partial class Wrk
{
    private const string Binary = "/usr/bin/wrk";

    /// <summary>Runs it to its end.</summary>
    /// <returns>Requests a second, and the 99th percentile of their times in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">Not every answer was a good one.</exception>
    public static async Task<(double PerSecond, double P99)> RunAsync(Uri url, int connections, int seconds)
    {
        DebianPackages.Require(() => File.Exists(Binary) ? Binary : null, "wrk");
        using var process = Process.Start(new ProcessStartInfo(
            Binary, ["--threads", "1", "--connections", $"{connections}", "--duration", $"{seconds}s", "--latency", url.AbsoluteUri])
        {
            RedirectStandardOutput = true,
        })!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || told.Contains("Non-2xx", StringComparison.Ordinal) || Broken().IsMatch(told))
            throw new InvalidOperationException($"wrk: {told}");
        return (double.Parse(PerSecond().Match(told).Groups[1].Value, CultureInfo.InvariantCulture), Milliseconds(P99().Match(told)));
    }

    private static double Milliseconds(Match found) => double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) * found.Groups[2].Value switch
    {
        "us" => 0.001,
        "ms" => 1,
        _ => 1000,
    };

    // An answer that took more than two seconds counts as an error too; the percentile tells of it.
    [GeneratedRegex(@"Socket errors: (?!connect 0, read 0, write 0)")]
    private static partial Regex Broken();

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex P99();
}
