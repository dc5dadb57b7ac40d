using System.Diagnostics;

namespace Reunion.Bench;

/// <summary>Times things.</summary>
internal static class Stopclock
{
    /// <summary>The median time of several runs in milliseconds; what is to be undone after a run is not timed.</summary>
    public static double MedianMilliseconds(int runs, Action<int> act, Action<int>? after = null, int warmUps = 5)
    {
        var times = new double[runs];
        // The runtime compiles what is called often a second time, better: not before the measurement is not fair either.
        for (var i = -warmUps; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            act(i);
            if (i >= 0)
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            after?.Invoke(i);
        }
        Array.Sort(times);
        return times[runs / 2];
    }
}
