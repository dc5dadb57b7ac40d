using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>The phones of one partner. Thread-safe.</summary>
internal sealed class PartnerTable(PartnerId partner)
{
    private long _phones;

    public PartnerId Partner { get; } = partner;

    public SegmentDirectory Segments { get; } = new();

    /// <summary>Phones whose position is known.</summary>
    public long Phones => Interlocked.Read(ref _phones);

    public long Bytes
    {
        get
        {
            var bytes = Segments.Bytes;
            Segments.ForEach(segment => bytes += segment.Slots.Bytes);
            return bytes;
        }
    }

    /// <summary>Stores positions and claims the phones that arrive in a watched circle.</summary>
    public (int Accepted, int Arrivals) Write(WriteBatch batch, Freshness fresh, WatchBoard board, ArrivalSink sink)
    {
        int accepted = 0, arrivals = 0;
        for (var next = 0; next < batch.Count;)
        {
            var segment = Segments.Find(batch.Entries[next].Hash);
            lock (segment.Gate)
            {
                if (!Segments.IsCurrent(segment))
                    continue;
                // Read under the lock: a sweep that has not seen this write began after the watch was set.
                var circles = board.For(Partner);
                for (; next < batch.Count && segment.Covers(batch.Entries[next].Hash); next++)
                {
                    var (device, hash, word) = batch.Entries[next];
                    if (!TryEnsureSlot(segment, device, hash, out var slot))
                        break;
                    if (!TryStore(segment.Slots, slot, word, fresh))
                        continue;
                    accepted++;
                    arrivals += sink.Offer(circles, segment.Slots, slot, Partner) ? 1 : 0;
                }
            }
        }
        return (accepted, arrivals);
    }

    public bool Erase(ulong device)
    {
        var erased = false;
        Update([device], isInserting: false, (slots, slot) =>
        {
            erased = IsKnown(slots, slot);
            Forget(slots, slot);
        });
        return erased;
    }

    public void Mark(AlertPlane plane, ReadOnlySpan<ulong> devices) =>
        Update(devices, isInserting: true, (slots, slot) => slots.Marks.TrySet(plane, slot));

    public void Unmark(AlertPlane plane, ReadOnlySpan<ulong> devices) =>
        Update(devices, isInserting: false, (slots, slot) =>
        {
            slots.Marks.Clear(plane, slot);
            if (!IsKnown(slots, slot))
                slots.Forget(slot);
        });

    /// <summary>Forgets the positions that are not fresh.</summary>
    public unsafe int ForgetStale(Freshness fresh)
    {
        var forgotten = 0;
        Segments.ForEach(segment =>
        {
            var slots = segment.Slots;
            for (var slot = 0; slot < slots.Capacity; slot++)
            {
                if (IsKnown(slots, slot) && !fresh.IsFresh(slots.Words[slot]))
                {
                    Forget(slots, slot);
                    forgotten++;
                }
            }
            segment.Compact();
        });
        return forgotten;
    }

    /// <summary>Forgets all positions, but not what was sent.</summary>
    public void EraseAll() => Segments.ForEach(segment =>
    {
        for (var slot = 0; slot < segment.Slots.Capacity; slot++)
        {
            if (IsKnown(segment.Slots, slot))
                Forget(segment.Slots, slot);
        }
        segment.Compact();
    });

    /// <summary>Drops an alert's bitmaps, and the devices that were only kept for it.</summary>
    public unsafe void Remove(AlertPlane plane) => Segments.ForEach(segment =>
    {
        var slots = segment.Slots;
        slots.Marks.Remove(plane);
        for (var slot = 0; slot < slots.Capacity; slot++)
        {
            if (slots.Ids[slot] != 0 && slots.Words[slot] == PackedPosition.Taken)
                slots.Forget(slot);
        }
        segment.Compact();
    });

    public void Close() => Segments.ForEach(segment => segment.Retire());

    private void Update(ReadOnlySpan<ulong> devices, bool isInserting, Action<SlotBlock, int> change)
    {
        foreach (var device in devices)
        {
            if (device == 0)
                continue;
            var hash = DeviceHash.Of(device);
            for (var isDone = false; !isDone;)
            {
                var segment = Segments.Find(hash);
                lock (segment.Gate)
                {
                    if (!Segments.IsCurrent(segment))
                        continue;
                    var slot = segment.Slots.Find(device, hash);
                    isDone = slot >= 0 || !isInserting || TryEnsureSlot(segment, device, hash, out slot);
                    if (slot >= 0)
                        change(segment.Slots, slot);
                }
            }
        }
    }

    /// <summary>The device's slot, an added one if need be; false when the segment had to be split for it.</summary>
    private bool TryEnsureSlot(Segment segment, ulong device, ulong hash, out int slot)
    {
        slot = segment.Slots.Find(device, hash);
        if (slot >= 0)
            return true;
        if (!segment.HasRoom)
        {
            if (segment.IsFull)
            {
                Segments.Split(segment);
                return false;
            }
            segment.Grow();
        }
        slot = segment.Slots.Insert(device, hash);
        return true;
    }

    private unsafe bool TryStore(SlotBlock slots, int slot, ulong word, Freshness fresh)
    {
        var before = slots.Words[slot];
        if (!PackedPosition.IsKnown(before))
            Interlocked.Increment(ref _phones);
        else if (fresh.IsOlder(word, before))
            return false;
        slots.Words[slot] = word;
        return true;
    }

    private void Forget(SlotBlock slots, int slot)
    {
        if (IsKnown(slots, slot))
            Interlocked.Decrement(ref _phones);
        slots.Forget(slot);
    }

    private static unsafe bool IsKnown(SlotBlock slots, int slot) => PackedPosition.IsKnown(slots.Words[slot]);
}
