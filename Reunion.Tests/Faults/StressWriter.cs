using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Tests.Faults;

/// <summary>Writes and erases the positions of its own devices, and remembers what it did last to each.</summary>
/// <param name="index">The index.</param>
/// <param name="partner">Whose devices they are; others may write for it too.</param>
/// <param name="clock">The time.</param>
/// <param name="first">The first device's place in the field; its number is one more.</param>
/// <param name="count">How many there are.</param>
/// <param name="ownsPartner">Whether nobody else writes for the partner, so that all of it may be erased.</param>
internal sealed class StressWriter(PresenceIndex index, PartnerId partner, FakeTimeProvider clock, int first, int count, bool ownsPartner)
{
    private const int BatchSize = 4_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(8);

    private readonly Random _random = new(first);
    private readonly byte[] _last = new byte[count];
    private readonly byte[] _ever = new byte[count];
    private readonly long[] _at = new long[count];
    private int _grown;
    private long _fullSince;

    public PartnerId Partner { get; } = partner;

    public int First => first;

    public int End => first + count;

    public int Rounds { get; private set; }

    /// <summary>Where it put a device last: 1 or 2, or 0 when it has no position that is still fresh.</summary>
    public int LastOf(int device, long earliest) => _at[device - first] >= earliest ? _last[device - first] : 0;

    public long AtOf(int device) => _at[device - first];

    public IEnumerable<int> WasAt(int device) => Enumerable.Range(1, 2).Where(place => (_ever[device - first] & place) != 0);

    public void Step(long retentionSeconds)
    {
        if (_grown < count)
            Report([.. Enumerable.Range(_grown, Math.Min(BatchSize, count - _grown))]);
        _grown = Math.Min(count, _grown + BatchSize);
        // Every fourth is written only when it is new, and grows old.
        Report([.. Enumerable.Range(0, BatchSize).Select(_ => _random.Next(_grown)).Where(i => i % 4 != 3).Distinct()]);
        for (var i = 0; i < 50; i++)
            Erase(_random.Next(_grown), retentionSeconds);
        if (_grown == count)
            StartAgain();
    }

    private void Report(int[] some)
    {
        var now = clock.GetUtcNow();
        var batch = new PositionReport[some.Length];
        for (var k = 0; k < some.Length; k++)
        {
            var place = (byte)_random.Next(1, 3);
            (_last[some[k]], _at[some[k]]) = (place, now.ToUnixTimeSeconds());
            _ever[some[k]] |= place;
            batch[k] = new PositionReport((ulong)(first + some[k]) + 1, StressField.PointOf(first + some[k], place), now);
        }
        var outcome = index.Report(Partner, batch);
        Assert.Equal((batch.Length, 0), (outcome.Accepted, outcome.Ignored));
    }

    private void Erase(int device, long retentionSeconds)
    {
        var wasKnown = index.Erase(Partner, (ulong)(first + device) + 1);
        var age = clock.GetUtcNow().ToUnixTimeSeconds() - _at[device];
        Assert.True(!wasKnown || _last[device] != 0, $"device {first + device + 1} came back");
        Assert.True(wasKnown || _last[device] == 0 || age > retentionSeconds, $"the position of device {first + device + 1} was lost");
        _last[device] = 0;
    }

    /// <summary>When all are there, some get old for a while; then all positions go, or are written anew.</summary>
    private void StartAgain()
    {
        if (_fullSince == 0)
            _fullSince = TimeProvider.System.GetTimestamp();
        if (TimeProvider.System.GetElapsedTime(_fullSince) < Pause)
            return;
        if (ownsPartner)
        {
            index.EraseAll(Partner);
            Array.Clear(_last);
        }
        (_grown, _fullSince) = (0, 0);
        Rounds++;
    }
}
