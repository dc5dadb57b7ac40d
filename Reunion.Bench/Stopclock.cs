using System.Diagnostics;

namespace Reunion.Bench;

/// <summary>Times things.</summary>
internal static class Stopclock
{
    /// <summary>The median time of several runs in milliseconds; what is to be undone after a run is not timed.</summary>
    public static double MedianMilliseconds(int runs, Action<int> act, Action<int>? after = null)
    {
        var times = new double[runs];
        for (var i = -1; i < runs; i++)
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
