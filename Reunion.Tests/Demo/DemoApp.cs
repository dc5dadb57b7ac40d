using Reunion.Tests.Support;

namespace Reunion.Tests.Demo;

/// <summary>The program as <c>--demo</c> starts it, with fewer phones and a faster clock.</summary>
public sealed class DemoApp : ReunionApp
{
    public const int Phones = 20_000;

    protected override IReadOnlyList<string> Arguments => ["--demo", "--phones", $"{Phones}", "--time-scale", "1200"];
}
