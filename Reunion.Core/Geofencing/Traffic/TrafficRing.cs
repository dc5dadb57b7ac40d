namespace Reunion.Core.Geofencing.Traffic;

/// <summary>One partner's counters: totals, and a ring of minutes that are cleared when their place comes round again. Thread-safe.</summary>
internal sealed class TrafficRing
{
    public const int Minutes = 60;
    private readonly Lock _gate = new();
    private readonly long[] _minutes = new long[Minutes];
    private readonly long[,] _counts = new long[Minutes, PositionFates.Count];
    private readonly long[] _totals = new long[PositionFates.Count];
    private DateTimeOffset? _lastAtUtc;
    private string? _lastEpoch;

    public long[] Totals
    {
        get
        {
            lock (_gate)
                return [.. _totals];
        }
    }

    public void Add(DateTimeOffset now, ReadOnlySpan<int> byFate, string epoch)
    {
        var minute = MinuteOf(now);
        var place = minute % Minutes;
        lock (_gate)
        {
            if (_minutes[place] != minute)
            {
                _minutes[place] = minute;
                for (var fate = 0; fate < PositionFates.Count; fate++)
                    _counts[place, fate] = 0;
            }
            for (var fate = 0; fate < byFate.Length; fate++)
            {
                _counts[place, fate] += byFate[fate];
                _totals[fate] += byFate[fate];
            }
            (_lastAtUtc, _lastEpoch) = (now, epoch);
        }
    }

    public PartnerTraffic Read(DateTimeOffset since, DateTimeOffset now)
    {
        var hour = new TrafficMinute[Minutes];
        var byFate = new long[PositionFates.Count];
        lock (_gate)
        {
            for (var i = 0; i < Minutes; i++)
            {
                var minute = MinuteOf(now) - Minutes + 1 + i;
                var place = minute % Minutes;
                var isThere = _minutes[place] == minute;
                for (var fate = 0; isThere && fate < byFate.Length; fate++)
                    byFate[fate] += _counts[place, fate];
                hour[i] = new TrafficMinute(
                    DateTimeOffset.FromUnixTimeSeconds(minute * 60), isThere ? _counts[place, (int)PositionFate.Stored] : 0,
                    isThere ? _counts[place, (int)PositionFate.OlderThanKnown] : 0, isThere ? Refused(place) : 0);
            }
            return new PartnerTraffic(since, _lastAtUtc, _lastEpoch, hour, byFate, [.. _totals]);
        }
    }

    private long Refused(long place)
    {
        var sum = 0L;
        for (var fate = (int)PositionFate.DeviceInvalid; fate < PositionFates.Count; fate++)
            sum += _counts[place, fate];
        return sum;
    }

    private static long MinuteOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / 60;
}
