using System.Diagnostics;
using System.Text;

namespace Reunion.Tests.Support;

/// <summary>The built program as a process of its own, for tests that kill it or drive a browser. Free ports, a data directory of its own.</summary>
public sealed class ReunionProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly IReadOnlyList<string> _arguments;
    private readonly StringBuilder _output = new();
    private Process? _process;
    private Dictionary<string, string> _lines = [];

    /// <param name="arguments">More of the command line, for example <c>--demo --phones 10000</c>.</param>
    public ReunionProcess(params IReadOnlyList<string> arguments) => _arguments = arguments;

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("reunion-process-").FullName;

    /// <summary>Base addresses as printed at the start, with a slash at the end.</summary>
    public Uri ConsoleUrl => new(_lines["Console"] + "/");

    public Uri PartnerUrl => new(_lines["Partner"] + "/");

    public Uri PublicUrl => new(_lines["Public"] + "/");

    /// <summary>The link to make the first admin; null when there are accounts.</summary>
    public Uri? SetupUrl => _lines.TryGetValue("Setup", out var url) ? new Uri(url) : null;

    /// <summary>What the process wrote in all its runs, for a failing test's message.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts on the same data directory and waits until the program says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended or stayed silent instead; the message holds what it wrote.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = new Dictionary<string, string>();
        var process = new Process { StartInfo = StartInfo(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, e) => Read(e.Data, lines, ready);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.Exited += (_, _) => _ = TellEndAsync(process, ready);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        try
        {
            await ready.Task.WaitAsync(StartLimit, cancel);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException("The program did not get ready: " + Output);
        }

        _lines = lines;
    }

    // Waiting once more reads the last of what it wrote, which says why it ended.
    private async Task TellEndAsync(Process process, TaskCompletionSource ready)
    {
        if (!ready.Task.IsCompleted)
            await process.WaitForExitAsync(CancellationToken.None);
        ready.TrySetException(new InvalidOperationException("The program ended: " + Output));
    }

    /// <summary>Ends the process at once, without any warning to it.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }

    private ProcessStartInfo StartInfo() => new(
        Path.Combine(AppContext.BaseDirectory, "Reunion.Console"),
        [.. ReunionArguments.FreePorts, $"--Reunion:DataDirectory={DataDirectory}", .. _arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = DataDirectory,
    };

    private void Read(string? line, Dictionary<string, string> lines, TaskCompletionSource ready)
    {
        Keep(line);
        if (line?.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var word, var value])
            return;
        lines.TryAdd(word, value);
        if (word == "Ready")
            ready.TrySetResult();
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
