using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Reunion.Core.Geography;
using Reunion.Tests.Support;

namespace Reunion.Tests.Geography.Reference;

/// <summary>Asks other people's libraries about the earth, in a Node.js process beside the tests.</summary>
internal static class OtherLibraries
{
    private static readonly string Script = Path.Combine(RepositoryRoot.Path, "Reunion.Tests/Geography/Reference/reference.mjs");

    /// <summary>The answer to a question that reference.mjs knows.</summary>
    public static async Task<double[]> AskAsync(string question, ReadOnlyMemory<double> numbers)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Start(question);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var answer = ReadAsync(process.StandardOutput.BaseStream, cancel);
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await input.WriteAsync(MemoryMarshal.AsBytes(numbers.Span).ToArray(), cancel);
        }
        catch (IOException)
        {
            // It ended early; what it said about that is thrown below.
        }
        var doubles = await answer;
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? doubles : throw new InvalidOperationException(
            $"The reference failed; if it found no package, run 'npm ci' in wwwroot-assets. It said: {await errors}");
    }

    /// <summary>The same for a point asked about and a point answered.</summary>
    public static async Task<GeoPoint[]> AskAsync(string question, IReadOnlyList<GeoPoint> points)
    {
        double[] numbers = [.. points.SelectMany(point => new[] { point.Latitude, point.Longitude })];
        var answer = await AskAsync(question, numbers);
        return [.. answer.Chunk(2).Select(pair => new GeoPoint(pair[0], pair[1]))];
    }

    private static Process Start(string question)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", [Script, question])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("This test asks other libraries in Node.js: install Node.js 20 or later.", missing);
        }
    }

    private static async Task<double[]> ReadAsync(Stream stream, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        return MemoryMarshal.Cast<byte, double>(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).ToArray();
    }
}
