using System.Collections.Concurrent;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Phones that moved into a live circle, by alert, until the alert's owner commits them.</summary>
/// <remarks>Thread-safe. Lost with the process, like the positions they come from: partners send those again.</remarks>
public sealed class ArrivalQueue
{
    private readonly ConcurrentDictionary<AlertId, ConcurrentQueue<Arrival>> _arrivals = new();

    /// <summary>Adds an arrival.</summary>
    /// <param name="arrival">Claimed already.</param>
    public void Add(Arrival arrival) => _arrivals.GetOrAdd(arrival.Alert, _ => new()).Enqueue(arrival);

    /// <summary>Takes up to a number of arrivals of an alert.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="most">The most to take.</param>
    public IReadOnlyList<Arrival> Take(AlertId alert, int most)
    {
        var taken = new List<Arrival>();
        if (_arrivals.TryGetValue(alert, out var queue))
            while (taken.Count < most && queue.TryDequeue(out var arrival))
                taken.Add(arrival);
        return taken;
    }

    /// <summary>Forgets the arrivals of an alert that ended.</summary>
    /// <param name="alert">The alert.</param>
    public void Drop(AlertId alert) => _arrivals.TryRemove(alert, out _);
}
