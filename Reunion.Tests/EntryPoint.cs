using Reunion.Tests.Faults.Kills;

namespace Reunion.Tests;

/// <summary>Runs the tests or, when a test starts this program once more, the dispatchers that it kills.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args switch
    {
        [DoomedProcess.Switch, .. var rest] => DoomedProcess.RunAsync(rest),
        _ when args.Any(a => a is "--server" or "--internal-msbuild-node") =>
            Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
    };
}
