using Microsoft.Extensions.Options;
using Reunion.Core.Common.Hosting;

namespace Reunion.Console.Hosting.Startup;

/// <summary>
/// Where large files of a form wait, as they were sent, until the whole form has come in. It lies beside the database and not
/// among everybody's temporary files, so that what a crash leaves of a stranger's photo is found and removed at the next start.
/// </summary>
/// <remarks>ASP.NET Core takes the directory from the process's environment; one that the operator chose there stays.</remarks>
internal sealed class UploadDirectory(IOptions<ReunionOptions> options)
{
    private const string Variable = "ASPNETCORE_TEMP";

    private string Path => System.IO.Path.GetFullPath(System.IO.Path.Combine(options.Value.DataDirectory, "uploads"));

    /// <summary>Makes it this process's place for such files. For the program alone: of several hosts in one process only one can have it.</summary>
    public void Use()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null or "")
            Environment.SetEnvironmentVariable(Variable, Path);
    }

    /// <summary>Removes what an earlier run left, and makes it readable for nobody else. Only while the data directory is held.</summary>
    public void Empty()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path);
        else
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
