using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>The place of one live alert's bitmap among the marks of every segment.</summary>
/// <remarks>
/// Indexes are used again, so marks remember whose they are. <see cref="IsDropped"/> is set before the bitmaps are removed, and
/// read under a segment's lock: after the removal has passed a segment, nothing can mark there for the dropped alert any more.
/// </remarks>
internal sealed class AlertPlane(AlertId alert, int index)
{
    private volatile bool _isDropped;

    public AlertId Alert { get; } = alert;

    public int Index { get; } = index;

    public bool IsDropped => _isDropped;

    public void Drop() => _isDropped = true;
}
