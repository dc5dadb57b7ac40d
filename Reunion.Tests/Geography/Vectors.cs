using System.Text.Json;

namespace Reunion.Tests.Geography;

/// <summary>Reads the vectors that Vectors/make-vectors.mjs made with other people's libraries.</summary>
internal static class Vectors
{
    public static double[][] Read(string name)
    {
        using var stream = typeof(Vectors).Assembly.GetManifestResourceStream($"Reunion.Tests.Geography.Vectors.{name}.json")
            ?? throw new InvalidOperationException($"No vectors {name}.");
        return JsonSerializer.Deserialize<double[][]>(stream)!;
    }
}
