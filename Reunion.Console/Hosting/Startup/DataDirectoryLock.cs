using Microsoft.Extensions.Options;
using Reunion.Core.Common.Hosting;

namespace Reunion.Console.Hosting.Startup;

/// <summary>
/// Holds the data directory for this process alone. Who was told is remembered by one process; a second one on the same rows
/// would tell phones again.
/// </summary>
/// <remarks>The system lets go of the lock when the process ends, however it ends.</remarks>
internal sealed class DataDirectoryLock(IOptions<ReunionOptions> options) : IDisposable
{
    private FileStream? _held;

    /// <exception cref="StartException">Another process holds it.</exception>
    public void Take()
    {
        try
        {
            _held = new FileStream(
                Path.Combine(options.Value.DataDirectory, "reunion.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartException("Reunion:DataDirectory", $"\"{options.Value.DataDirectory}\" is in use by another Reunion; give this one its own.");
        }
    }

    public void Dispose() => _held?.Dispose();
}
