using Reunion.Core.Common.Hosting;

namespace Reunion.Console.Hosting.Startup;

/// <summary>Makes the data directory before anything wants to write there.</summary>
internal static class DataDirectory
{
    /// <exception cref="StartException">It cannot be made or written to.</exception>
    public static void Demand(IConfiguration configuration)
    {
        const string key = "Reunion:DataDirectory";
        var directory = configuration[key] is { Length: > 0 } given ? given : new ReunionOptions().DataDirectory;
        try
        {
            Directory.CreateDirectory(directory);
            using var probe = new FileStream(
                Path.Combine(directory, $".probe-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw new StartException(key, $"\"{directory}\" cannot be written to.");
        }
    }
}
