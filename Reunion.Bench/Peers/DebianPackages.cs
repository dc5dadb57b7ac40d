using System.Diagnostics;

namespace Reunion.Bench.Peers;

/// <summary>Programs of Debian's packages; installed when they are missing and that is allowed.</summary>
internal static class DebianPackages
{
    private const string Apt = "/usr/bin/apt-get";

    /// <summary>Finds a file, and installs packages when it is not there.</summary>
    /// <exception cref="InvalidOperationException">It is not there and cannot be installed.</exception>
    public static string Require(Func<string?> find, params string[] packages)
    {
        if (find() is { } found)
            return found;
        var names = string.Join(' ', packages);
        if (!File.Exists(Apt) || !Environment.IsPrivilegedProcess)
            throw new InvalidOperationException($"Install these first: {names}");
        Report.Progress($"installing {names}");
        Run(Apt, "update", "-q");
        Run(Apt, ["install", "-y", "-q", "--no-install-recommends", .. packages]);
        return find() ?? throw new InvalidOperationException($"Installing these did not help: {names}");
    }

    /// <summary>Runs a program to its end and keeps what it says to itself, unless it fails.</summary>
    public static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {output}{errors.GetAwaiter().GetResult()}");
    }
}
