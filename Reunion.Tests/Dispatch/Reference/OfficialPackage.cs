using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Reunion.Tests.Support;

namespace Reunion.Tests.Dispatch.Reference;

/// <summary>Asks the official JavaScript package of Standard Webhooks about messages, in a Node.js process beside the tests.</summary>
internal static class OfficialPackage
{
    private static readonly string Script = Path.Combine(RepositoryRoot.Path, "Reunion.Tests/Dispatch/Reference/verify.mjs");

    /// <summary>For each message why the package refuses it; empty for one that it takes.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(IReadOnlyList<WebhookToVerify> messages)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Start();
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var answer = process.StandardOutput.ReadToEndAsync(cancel);
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await JsonSerializer.SerializeAsync(input, messages, JsonSerializerOptions.Web, cancel);
        }
        catch (IOException)
        {
            // It ended early; what it said about that is thrown below.
        }
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<List<string>>(await answer)! : throw new InvalidOperationException(
            $"The package could not be asked; if it was not found, run 'npm ci' in wwwroot-assets. It said: {await errors}");
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", [Script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("This test asks a package in Node.js: install Node.js 20 or later.", missing);
        }
    }
}
