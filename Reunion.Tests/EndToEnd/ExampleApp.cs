using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Reunion.Core.Partners;
using Reunion.Tests.Support;

namespace Reunion.Tests.EndToEnd;

/// <summary>One of the guide's example apps as a process of its own.</summary>
internal sealed class ExampleApp : IAsyncDisposable
{
    private const string Announces = "Listening at ";

    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _folder = Directory.CreateTempSubdirectory("reunion-example-").FullName;
    private readonly HttpClient _http = new();
    private Process? _process;

    /// <summary>What it printed, for a failing test's message.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it as the guide says, with the partner's key and secret.</summary>
    /// <param name="language"><c>node</c> or <c>python</c>.</param>
    /// <param name="reunion">The partner surface.</param>
    /// <param name="partner">Whose app it is.</param>
    public static async Task<ExampleApp> StartAsync(string language, Uri reunion, NewPartner partner)
    {
        var app = new ExampleApp();
        try
        {
            app.Start(app.Command(language), new Dictionary<string, string>
            {
                ["REUNION_URL"] = reunion.ToString(), ["REUNION_KEY"] = partner.ApiKey, ["REUNION_SECRET"] = partner.WebhookSecret,
            });
            app.Address = await app._address.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            return app;
        }
        catch (Exception failure)
        {
            await app.DisposeAsync();
            throw new InvalidOperationException($"The example did not start: {failure.Message} It printed: {app.Output}", failure);
        }
    }

    /// <summary>Has one of the app's phones report where it is.</summary>
    public async Task MoveAsync(string device, double latitude, double longitude)
    {
        using var answer = await PostAsync($"phones/{device}/position", new { lat = latitude, lon = longitude });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The alerts that one of its phones shows.</summary>
    public async Task<IReadOnlyList<JsonElement>> ShownAsync(string device) =>
        (await _http.GetFromJsonAsync<List<JsonElement>>(new Uri(Address, $"phones/{device}/alerts"), TestContext.Current.CancellationToken))!;

    /// <summary>Has the user of one of its phones tell something; gives what the phone was answered.</summary>
    public async Task<JsonElement> TellAsync(string device, object tip)
    {
        using var answer = await PostAsync($"phones/{device}/tips", tip);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // With a length, which small servers want.
    private async Task<HttpResponseMessage> PostAsync(string path, object data)
    {
        using var content = new StringContent(JsonSerializer.Serialize(data), Encoding.UTF8, "application/json");
        return await _http.PostAsync(new Uri(Address, path), content, TestContext.Current.CancellationToken);
    }

    private (string Program, string Script, string Missing) Command(string language)
    {
        var examples = Path.Combine(RepositoryRoot.Path, "docs/examples");
        if (language == "python")
            return ("python3", Path.Combine(examples, "python/partner_app.py"), "install Python 3.9 or later");
        // A copy beside the packages of the assets, which are locked, in place of an installation of its own.
        var copy = Path.Combine(_folder, "partner-app.mjs");
        File.Copy(Path.Combine(examples, "node/partner-app.mjs"), copy);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "node_modules"), Path.Combine(RepositoryRoot.Path, "wwwroot-assets/node_modules"));
        return ("node", copy, "install Node.js 20 or later");
    }

    private void Start((string Program, string Script, string Missing) command, Dictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(command.Program, [command.Script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        var process = new Process { StartInfo = info, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, e) => Read(e.Data);
        process.ErrorDataReceived += (_, e) => Read(e.Data);
        process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("It ended."));
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            process.Dispose();
            throw new InvalidOperationException($"{command.Program} was not found: {command.Missing}.", missing);
        }

        _process = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
        if (line?.StartsWith(Announces, StringComparison.Ordinal) == true)
            _address.TrySetResult(new Uri(line[Announces.Length..]));
    }
}
