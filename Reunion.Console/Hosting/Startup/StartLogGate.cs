namespace Reunion.Console.Hosting.Startup;

/// <summary>Keeps the host from writing a stack trace for a start that fails; the program says why in a line instead.</summary>
internal sealed class StartLogGate
{
    public const string Category = "Microsoft.Extensions.Hosting.Internal.Host";

    private volatile bool _isOpen;

    public bool IsOpen => _isOpen;

    /// <summary>From now on the host's words count: a background service that dies must be heard.</summary>
    public void Open() => _isOpen = true;
}
