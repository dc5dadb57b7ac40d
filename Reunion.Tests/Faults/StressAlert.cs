using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Tests.Faults;

/// <summary>An alert of the stress test and who was sent it, a bit a device. Thread-safe.</summary>
internal sealed class StressAlert(AlertId id, Disc disc, int devices)
{
    private const double EdgeMetres = 30;
    private readonly ulong[] _sent = new ulong[devices / 64 + 1];

    public AlertId Id { get; } = id;

    public Disc Disc { get; } = disc;

    public bool IsSent(int device) => (Volatile.Read(ref _sent[device >> 6]) & (1UL << device)) != 0;

    /// <summary>Notes a device that was claimed or arrived: it must be one that can be in the disc, and for the first time.</summary>
    public void Send(ulong device)
    {
        Assert.InRange(device, 1UL, (ulong)devices);
        var index = (int)device - 1;
        Assert.True(
            StressField.IsIn(index, 1, Disc, EdgeMetres) || StressField.IsIn(index, 2, Disc, EdgeMetres), $"device {device} was never in {Disc}");
        var bit = 1UL << index;
        Assert.True((Interlocked.Or(ref _sent[index >> 6], bit) & bit) == 0, $"device {device} was claimed twice");
    }

    /// <summary>To be called before the claim is released.</summary>
    public void TakeBack(ulong device) => Interlocked.And(ref _sent[(device - 1) >> 6], ~(1UL << ((int)device - 1)));

    /// <summary>Whoever wrote a device to a place inside while this was watched finds it sent, and nobody else is.</summary>
    public void AssertComplete(IEnumerable<StressWriter> writers)
    {
        foreach (var writer in writers)
        {
            for (var device = writer.First; device < writer.End; device++)
            {
                var must = writer.WasAt(device).Any(place => StressField.IsIn(device, place, Disc, -EdgeMetres));
                var may = must || writer.WasAt(device).Any(place => StressField.IsIn(device, place, Disc, EdgeMetres));
                Assert.True((!must || IsSent(device)) && (may || !IsSent(device)), $"device {device + 1} was sent: {IsSent(device)}");
            }
        }
    }
}
