namespace Reunion.Bench;

/// <summary>Times in milliseconds, kept without making garbage. One thread's.</summary>
internal sealed class Durations(int capacity)
{
    private readonly float[] _times = new float[capacity];
    private int _count;
    private bool _isSorted;

    public double Longest { get; private set; }

    public void Add(double milliseconds)
    {
        Longest = Math.Max(Longest, milliseconds);
        if (_count < _times.Length)
            _times[_count++] = (float)milliseconds;
    }

    public double Percentile(double share)
    {
        if (!_isSorted)
            Array.Sort(_times, 0, _count);
        _isSorted = true;
        return _count == 0 ? 0 : _times[(int)((_count - 1) * share)];
    }
}
