using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>Hands out bit planes to live alerts, the lowest free one first. Thread-safe.</summary>
internal sealed class AlertPlanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AlertId, AlertPlane> _planes = [];
    private readonly SortedSet<int> _free = [];

    public AlertPlane For(AlertId alert)
    {
        lock (_gate)
        {
            if (_planes.TryGetValue(alert, out var plane))
                return plane;
            var index = _free.Count > 0 ? _free.Min : _planes.Count;
            _free.Remove(index);
            return _planes[alert] = new AlertPlane(alert, index);
        }
    }

    public AlertPlane? Find(AlertId alert)
    {
        lock (_gate)
            return _planes.GetValueOrDefault(alert);
    }

    /// <summary>Takes the alert's plane away; its index is free again once <see cref="Return"/> is called.</summary>
    public AlertPlane? Drop(AlertId alert)
    {
        lock (_gate)
        {
            if (!_planes.TryGetValue(alert, out var plane) || plane.IsDropped)
                return null;
            plane.Drop();
            return plane;
        }
    }

    public void Return(AlertPlane plane)
    {
        lock (_gate)
        {
            _planes.Remove(plane.Alert);
            _free.Add(plane.Index);
        }
    }
}
