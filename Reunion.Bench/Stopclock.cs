using System.Diagnostics;

namespace Reunion.Bench;

/// <summary>Times things.</summary>
internal static class Stopclock
{
    private const double WarmSeconds = 0.7;

    /// <summary>How long something takes, in milliseconds.</summary>
    public static double Milliseconds(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The median time of several runs in milliseconds; what is to be undone after a run is not timed.</summary>
    /// <remarks>The runtime compiles what is called often a second time, better: until then runs do not count.</remarks>
    public static double MedianMilliseconds(int runs, Action act, Action? after = null)
    {
        var began = Stopwatch.GetTimestamp();
        var times = new double[runs];
        for (var i = 0; i < runs;)
        {
            var time = Milliseconds(act);
            after?.Invoke();
            if (Stopwatch.GetElapsedTime(began).TotalSeconds >= WarmSeconds)
                times[i++] = time;
        }
        Array.Sort(times);
        return times[runs / 2];
    }
}
