using System.Numerics;
using System.Threading.Channels;
using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>Claims phones that report from inside a watched circle and queues them. Called under the segment's lock.</summary>
internal sealed class ArrivalSink
{
    private readonly Channel<Arrival> _channel = Channel.CreateUnbounded<Arrival>();

    public ChannelReader<Arrival> Reader => _channel.Reader;

    /// <summary>Tests one stored position; true when at least one alert claims the phone.</summary>
    public bool Offer(Watch[] watches, Segment segment, int slot, PartnerId partner)
    {
        var isArrival = false;
        var word = segment.WordAt(slot);
        foreach (var watch in watches)
        {
            for (var holders = watch.Map.HoldersOf(word); holders != 0; holders &= holders - 1)
            {
                var circle = watch.Circles[BitOperations.TrailingZeroCount(holders)];
                if (segment.Marks.IsSet(circle.Plane, slot))
                    continue;
                if (circle.RingOf(word) is not { } ring || !segment.Marks.TrySet(circle.Plane, slot))
                    continue;
                _channel.Writer.TryWrite(new Arrival(circle.Plane.Alert, circle.Circle, ring, partner, segment.IdAt(slot)));
                isArrival = true;
            }
        }
        return isArrival;
    }

    public void Complete() => _channel.Writer.TryComplete();
}
