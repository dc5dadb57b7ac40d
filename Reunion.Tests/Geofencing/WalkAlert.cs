using System.Numerics;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>An alert of the random walk, with its own record, by plain distances, of who must and who may have been sent it.</summary>
internal sealed class WalkAlert(AlertId id, int[] partners)
{
    private const double EdgeMetres = 30;
    private readonly ulong[] _must = new ulong[WalkPhones.Count / 64 + 1];
    private readonly ulong[] _may = new ulong[WalkPhones.Count / 64 + 1];
    private readonly ulong[] _sent = new ulong[WalkPhones.Count / 64 + 1];

    public AlertId Id { get; } = id;

    public int[] Partners { get; } = partners;

    public bool IsLive { get; set; } = true;

    public bool IsPaused { get; set; }

    public List<WatchedRing> Rings { get; } = [];

    /// <summary>The next ring of a circle, or the first of a new one.</summary>
    public WatchedRing NextRing(Random random, GeoPoint centre, TimeProvider clock)
    {
        var any = Rings.Count > 0 && random.Next(4) > 0 ? Rings[random.Next(Rings.Count)] : null;
        if (Rings.FindLast(ring => ring.Circle == any?.Circle) is not { } last)
            return new WatchedRing(TypedId.New<CircleId>(clock), 1, centre, 0, 2_000 + random.NextDouble() * 6_000);
        var width = random.Next(6) == 0 ? 100_000 : 5_000;
        return new WatchedRing(last.Circle, last.Ring + 1, last.Centre, last.OuterRadiusMetres, last.OuterRadiusMetres + width);
    }

    /// <summary>Each circle whole.</summary>
    public IEnumerable<WatchedRing> Circles() =>
        Rings.GroupBy(ring => ring.Circle).Select(circle => circle.Last() with { InnerRadiusMetres = 0 });

    /// <summary>Phones have reported: those inside must have been sent it while it is live.</summary>
    public void NoteReported(WalkPhones phones, int[] reported)
    {
        if (!IsLive || IsPaused)
            return;
        foreach (var circle in Circles())
            Note(phones, reported, circle);
    }

    /// <summary>Phones were looked for: those inside must have been sent it.</summary>
    public void Note(WalkPhones phones, int[] among, WatchedRing ring)
    {
        var direction = WalkPhones.DirectionOf(ring.Centre);
        var (inner, outer) = (ring.InnerRadiusMetres, ring.OuterRadiusMetres);
        foreach (var phone in among)
        {
            if (!Partners.Contains(WalkPhones.PartnerOf(phone)))
                continue;
            var metres = phones.Metres(phone, ring.Centre, direction, inner, outer);
            if (metres <= outer - EdgeMetres && (inner == 0 || metres >= inner + EdgeMetres))
                _must[phone >> 6] |= 1UL << phone;
            if (metres <= outer + EdgeMetres && (inner == 0 || metres >= inner - EdgeMetres))
                _may[phone >> 6] |= 1UL << phone;
        }
    }

    /// <summary>Commits that a phone was sent it.</summary>
    public void Send(int partner, ulong device)
    {
        var phone = WalkPhones.PhoneOf(partner, device);
        Assert.True(IsLive && Partners.Contains(partner) && phone < WalkPhones.Count, "of another alert or partner");
        Assert.True((_sent[phone >> 6] & (1UL << phone)) == 0, $"phone {phone} was sent it twice");
        _sent[phone >> 6] |= 1UL << phone;
    }

    public ulong[] SentOf(int partner) =>
    [
        .. Enumerable.Range(0, WalkPhones.Count)
            .Where(phone => WalkPhones.PartnerOf(phone) == partner && (_sent[phone >> 6] & (1UL << phone)) != 0).Select(WalkPhones.DeviceOf),
    ];

    public int SentCount => _sent.Sum(BitOperations.PopCount);

    public void Check()
    {
        for (var i = 0; i < _sent.Length; i++)
        {
            Assert.True((_must[i] & ~_sent[i]) == 0, $"one of the phones from {i * 64} was inside and was not sent it");
            Assert.True((_sent[i] & ~_may[i]) == 0, $"one of the phones from {i * 64} was sent it and was never inside");
        }
    }
}
