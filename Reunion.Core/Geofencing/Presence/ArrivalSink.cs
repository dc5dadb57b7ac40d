using System.Threading.Channels;
using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>Claims phones that report from inside a watched circle and queues them. Called under the segment's lock.</summary>
internal sealed class ArrivalSink
{
    private readonly Channel<Arrival> _channel = Channel.CreateUnbounded<Arrival>();

    public ChannelReader<Arrival> Reader => _channel.Reader;

    /// <summary>Tests one stored position; true when at least one alert claims the phone.</summary>
    public unsafe bool Offer(WatchedCircle[] circles, SlotBlock slots, int slot, PartnerId partner)
    {
        var isArrival = false;
        var word = slots.Words[slot];
        foreach (var circle in circles)
        {
            if (!circle.Raster.Contains(word) || slots.Marks.IsSet(circle.Plane, slot))
                continue;
            if (circle.RingOf(word) is not { } ring || !slots.Marks.TrySet(circle.Plane, slot))
                continue;
            _channel.Writer.TryWrite(new Arrival(circle.Plane.Alert, circle.Circle, ring, partner, slots.Ids[slot]));
            isArrival = true;
        }
        return isArrival;
    }

    public void Complete() => _channel.Writer.TryComplete();
}
