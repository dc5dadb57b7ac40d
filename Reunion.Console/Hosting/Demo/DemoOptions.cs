using System.Globalization;
using Reunion.Console.Hosting.Startup;

namespace Reunion.Console.Hosting.Demo;

/// <summary>What the command line says about the demo.</summary>
/// <param name="Enabled">Whether <c>--demo</c> was given.</param>
/// <param name="Phones">How many phones are simulated.</param>
/// <param name="TimeScale">How many times faster the alerts' clock runs.</param>
public sealed record DemoOptions(bool Enabled, int Phones = 1_000_000, double TimeScale = 60)
{
    /// <summary>The most phones one machine simulates.</summary>
    public const int MaxPhones = 100_000_000;

    /// <summary>Reads the demo's options; all others are left for the configuration.</summary>
    /// <exception cref="StartException">A value is missing or out of range.</exception>
    public static DemoOptions Parse(IReadOnlyList<string> args, out string[] rest)
    {
        var options = new DemoOptions(false);
        var others = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var n, var v] ? (n, v) : (args[i], null);
            switch (name)
            {
                case "--demo" when value is null or "true":
                    options = options with { Enabled = true };
                    break;
                case "--phones":
                    options = options with { Phones = Number<int>(name, value ?? args.ElementAtOrDefault(++i), 0, MaxPhones) };
                    break;
                case "--time-scale":
                    options = options with { TimeScale = Number<double>(name, value ?? args.ElementAtOrDefault(++i), 1, 100_000) };
                    break;
                default:
                    others.Add(args[i]);
                    break;
            }
        }

        rest = [.. others];
        return options;
    }

    private static T Number<T>(string name, string? text, T min, T max) where T : struct, System.Numerics.INumber<T> =>
        T.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new StartException(name, string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is not a number from {min} to {max}."));
}
