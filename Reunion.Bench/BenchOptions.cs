using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Reunion.Bench;

/// <summary>The options of a benchmark: <c>--name value</c> pairs.</summary>
internal sealed class BenchOptions
{
    private readonly Dictionary<string, string> _values = [];

    public static bool TryParse(string[] args, [NotNullWhen(true)] out BenchOptions? options)
    {
        options = new BenchOptions();
        if (args.Length % 2 != 0)
            return false;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                return false;
            options._values[args[i][2..]] = args[i + 1];
        }
        return true;
    }

    public long Number(string name, long fallback) =>
        _values.TryGetValue(name, out var text)
            ? long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : fallback;
}
