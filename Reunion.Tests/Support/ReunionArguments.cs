namespace Reunion.Tests.Support;

/// <summary>The command line that lets several copies run side by side.</summary>
internal static class ReunionArguments
{
    public static IReadOnlyList<string> FreePorts { get; } =
    [
        "--Reunion:Console:Url=http://localhost:0", "--Reunion:Partner:Url=http://localhost:0", "--Reunion:Public:Url=http://localhost:0",
    ];

    /// <summary>Lets partner apps that the tests run on this machine be reached.</summary>
    public const string PartnersHere = "--Reunion:Webhooks:AllowLoopback=true";
}
