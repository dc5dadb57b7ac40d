namespace Reunion.Bench;

/// <summary>A temporary directory and what runs in it; both are gone at the end, also when this program is told to stop.</summary>
internal sealed class OwnedDirectory : IDisposable
{
    private readonly EventHandler _onExit;
    private readonly Action _end;
    private int _isDisposed;

    /// <param name="name">Part of the directory's name.</param>
    /// <param name="end">Ends what runs in it; is not called twice.</param>
    public OwnedDirectory(string name, Action end)
    {
        _end = end;
        _onExit = (_, _) => Dispose();
        Path = Directory.CreateTempSubdirectory($"reunion-bench-{name}-").FullName;
        AppDomain.CurrentDomain.ProcessExit += _onExit;
    }

    public string Path { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        AppDomain.CurrentDomain.ProcessExit -= _onExit;
        try
        {
            _end();
        }
        finally
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
