using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>The phones of one partner. Thread-safe.</summary>
/// <param name="partner">The partner.</param>
/// <param name="hash">Where devices lie.</param>
/// <param name="epoch">Changes when positions are lost.</param>
/// <param name="pages">The index's memory.</param>
/// <param name="segments">What was saved; null for an empty table.</param>
/// <param name="phones">How many phones with a position that is.</param>
internal sealed class PartnerTable(
    PartnerId partner, DeviceHash hash, string epoch, PagePool pages, SegmentDirectory? segments = null, long phones = 0)
{
    /// <summary>So many positions are asked of memory at once before the first is waited for.</summary>
    private const int Ahead = 32;

    /// <summary>A write grows one segment for each so many positions, as long as none must.</summary>
    private const int PositionsPerGrowth = 1_000;

    private long _phones = phones;

    public PartnerId Partner { get; } = partner;

    public string Epoch { get; } = epoch;

    public DeviceHash Hash { get; } = hash;

    public SegmentDirectory Segments { get; } = segments ?? new SegmentDirectory([new Segment(0, 0, hash, pages)]);

    /// <summary>Phones whose position is known.</summary>
    public long Phones => Interlocked.Read(ref _phones);

    /// <summary>What the alerts' bitmaps and the directory take, in managed memory.</summary>
    public long BookkeepingBytes
    {
        get
        {
            var bytes = Segments.Bytes;
            Segments.ForEach(segment => bytes += segment.Marks.Bytes);
            return bytes;
        }
    }

    /// <summary>Stores positions and claims the phones that arrive in a watched circle.</summary>
    public (int Accepted, int Arrivals) Write(WriteBatch batch, Freshness fresh, WatchBoard board, ArrivalSink sink)
    {
        int accepted = 0, arrivals = 0, added = 0, asked = 0;
        var growths = 1 + batch.Count / PositionsPerGrowth;
        for (var next = 0; next < batch.Count;)
        {
            var segment = Segments.Find(batch.Entries[next].Hash);
            using (segment.Gate.Enter())
            {
                if (!Segments.IsCurrent(segment))
                    continue;
                // Read under the lock: a sweep that has not seen this write began after the watch was set.
                var watch = board.For(Partner);
                for (; next < batch.Count && segment.Covers(batch.Entries[next].Hash); next++)
                {
                    for (; asked < Math.Min(next + Ahead, batch.Count); asked++)
                        Segments.Find(batch.Entries[asked].Hash).Prefetch(batch.Entries[asked].Hash);
                    var (device, deviceHash, word) = batch.Entries[next];
                    if (!segment.TryEnsure(device, deviceHash, ref growths, out var slot))
                    {
                        Segments.Split(segment);
                        break;
                    }
                    var stored = segment.WordAt(slot);
                    if (!PackedPosition.IsKnown(stored))
                        added++;
                    else if (fresh.IsOlder(word, stored))
                        continue;
                    segment.Place(slot, word);
                    accepted++;
                    if (watch.Length > 0)
                        arrivals += sink.Offer(watch, segment, slot, Partner) ? 1 : 0;
                }
                // Under the lock too, so that no more are ever forgotten than were counted.
                Interlocked.Add(ref _phones, added);
                added = 0;
            }
        }
        return (accepted, arrivals);
    }

    public bool Erase(ulong device)
    {
        var erased = false;
        Update([device], isInserting: false, (segment, slot) =>
        {
            erased = PackedPosition.IsKnown(segment.WordAt(slot));
            Forget(segment, slot);
        });
        return erased;
    }

    public void Mark(AlertPlane plane, ReadOnlySpan<ulong> devices) =>
        Update(devices, isInserting: true, (segment, slot) => segment.Marks.TrySet(plane, slot));

    public void Unmark(AlertPlane plane, ReadOnlySpan<ulong> devices) =>
        Update(devices, isInserting: false, (segment, slot) =>
        {
            segment.Marks.Clear(plane, slot);
            if (!PackedPosition.IsKnown(segment.WordAt(slot)))
                segment.Forget(slot);
        });

    /// <summary>Forgets the positions that are not fresh.</summary>
    public int ForgetStale(Freshness fresh) => ForgetWhere(word => PackedPosition.IsKnown(word) && !fresh.IsFresh(word));

    /// <summary>Forgets all positions, but not what was sent.</summary>
    public void EraseAll() => ForgetWhere(PackedPosition.IsKnown);

    /// <summary>Drops an alert's bitmaps, and the devices that were only kept for it.</summary>
    public void Remove(AlertPlane plane) => Segments.ForEach(segment =>
    {
        segment.Marks.Remove(plane);
        for (var slot = 0; slot < segment.Capacity && segment.Unplaced > 0; slot++)
        {
            while (segment.IdAt(slot) != 0 && !PackedPosition.IsKnown(segment.WordAt(slot)) && segment.Forget(slot))
            {
            }
        }
        segment.Compact();
    });

    public void Close() => Segments.ForEach(segment => segment.Retire());

    private int ForgetWhere(Func<ulong, bool> isUnwanted)
    {
        var forgotten = 0;
        Segments.ForEach(segment =>
        {
            for (var slot = 0; slot < segment.Capacity; slot++)
            {
                // Forgetting may bring another phone to the same slot.
                for (var isMore = true; isMore && isUnwanted(segment.WordAt(slot)); forgotten++)
                    isMore = Forget(segment, slot);
            }
            segment.Compact();
        });
        return forgotten;
    }

    private void Update(ReadOnlySpan<ulong> devices, bool isInserting, Action<Segment, int> change)
    {
        foreach (var device in devices)
        {
            if (device == 0)
                continue;
            var deviceHash = Hash.Of(device);
            for (var isDone = false; !isDone;)
            {
                var segment = Segments.Find(deviceHash);
                using (segment.Gate.Enter())
                {
                    if (!Segments.IsCurrent(segment))
                        continue;
                    var slot = segment.Find(device, deviceHash);
                    isDone = slot >= 0 || !isInserting || segment.TryEnsure(device, deviceHash, out slot);
                    if (!isDone)
                        Segments.Split(segment);
                    else if (slot >= 0)
                        change(segment, slot);
                }
            }
        }
    }

    private bool Forget(Segment segment, int slot)
    {
        if (PackedPosition.IsKnown(segment.WordAt(slot)))
            Interlocked.Decrement(ref _phones);
        return segment.Forget(slot);
    }
}
