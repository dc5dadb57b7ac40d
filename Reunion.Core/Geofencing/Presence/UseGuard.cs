namespace Reunion.Core.Geofencing;

/// <summary>Lets an index be closed only when nobody works in it, and nobody work in it once it is closed. Thread-safe.</summary>
internal sealed class UseGuard
{
    private int _users;
    private volatile bool _isClosed;

    /// <summary>Begins a use; it ends when what is returned is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The index was closed.</exception>
    public Use Enter()
    {
        Interlocked.Increment(ref _users);
        if (!_isClosed)
            return new Use(this);
        Interlocked.Decrement(ref _users);
        throw new ObjectDisposedException(nameof(PresenceIndex));
    }

    /// <summary>Refuses further uses and waits for those that go on; false when it was closed before.</summary>
    public bool Close()
    {
        if (_isClosed)
            return false;
        _isClosed = true;
        SpinWait.SpinUntil(() => Volatile.Read(ref _users) == 0);
        return true;
    }

    public readonly ref struct Use(UseGuard guard)
    {
        public void Dispose() => Interlocked.Decrement(ref guard._users);
    }
}
