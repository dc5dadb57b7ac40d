namespace Reunion.Core.Tips.Board;

/// <summary>Who still needs a board.</summary>
internal sealed class TipBoardUse(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _holders;
    private DateTimeOffset _lastUtc = clock.GetUtcNow();

    public void Touch(DateTimeOffset now)
    {
        lock (_lock)
            _lastUtc = now;
    }

    public IDisposable Hold()
    {
        lock (_lock)
            _holders++;
        return new Release(this);
    }

    public bool IsOver(DateTimeOffset before)
    {
        lock (_lock)
            return _holders == 0 && _lastUtc < before;
    }

    private void Let()
    {
        lock (_lock)
            (_holders, _lastUtc) = (_holders - 1, clock.GetUtcNow());
    }

    private sealed class Release(TipBoardUse use) : IDisposable
    {
        private int _isDone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDone, 1) == 0)
                use.Let();
        }
    }
}
