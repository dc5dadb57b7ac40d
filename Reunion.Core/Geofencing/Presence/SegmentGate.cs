namespace Reunion.Core.Geofencing;

/// <summary>
/// Lets one thread at a time into a segment. Whoever waits stays awake: what is done inside takes some microseconds, and a thread that was
/// put to sleep for it would come back long after. Not for use twice by one thread.
/// </summary>
internal sealed class SegmentGate
{
    private int _isTaken;

    /// <summary>Enters; disposing what is returned leaves.</summary>
    public Holder Enter()
    {
        if (Interlocked.CompareExchange(ref _isTaken, 1, 0) != 0)
            Wait();
        return new Holder(this);
    }

    private void Wait()
    {
        var spin = new SpinWait();
        do
        {
            // It yields to other threads, but never sleeps.
            while (Volatile.Read(ref _isTaken) != 0)
                spin.SpinOnce(sleep1Threshold: -1);
        }
        while (Interlocked.CompareExchange(ref _isTaken, 1, 0) != 0);
    }

    public readonly ref struct Holder(SegmentGate gate)
    {
        public void Dispose() => Volatile.Write(ref gate._isTaken, 0);
    }
}
