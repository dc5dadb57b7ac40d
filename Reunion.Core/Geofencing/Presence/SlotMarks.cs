using System.Diagnostics.CodeAnalysis;

namespace Reunion.Core.Geofencing;

/// <summary>Which slots of a segment have been sent which live alert: one bitmap an alert. Guarded by the segment's lock.</summary>
internal sealed class SlotMarks(int blocks, BitmapPool bitmaps)
{
    private (AlertPlane? Owner, ulong[] Bits)[] _planes = [];

    public long Bytes { get; private set; }

    /// <summary>Whether there may be any mark at all.</summary>
    public bool HasAny => _planes.Length > 0;

    public bool IsSet(AlertPlane plane, int slot) =>
        TryGet(plane, out var bits) && (bits[slot >> 6] & (1UL << slot)) != 0;

    /// <summary>The alert's bitmap, or null when no slot was marked.</summary>
    public ulong[]? Find(AlertPlane plane) => TryGet(plane, out var bits) ? bits : null;

    /// <summary>The alert's bitmap, made when there is none; null when the alert is no longer live.</summary>
    public ulong[]? BitsOf(AlertPlane plane)
    {
        if (plane.IsDropped)
            return null;
        return TryGet(plane, out var bits) ? bits : Add(plane);
    }

    /// <summary>Marks a slot; false when it was marked before, or when the alert is no longer live.</summary>
    public bool TrySet(AlertPlane plane, int slot)
    {
        if (BitsOf(plane) is not { } bits)
            return false;
        var bit = 1UL << slot;
        ref var word = ref bits[slot >> 6];
        if ((word & bit) != 0)
            return false;
        word |= bit;
        return true;
    }

    public void Clear(AlertPlane plane, int slot)
    {
        if (TryGet(plane, out var bits))
            bits[slot >> 6] &= ~(1UL << slot);
    }

    public bool IsAnySet(int slot)
    {
        foreach (var (owner, bits) in _planes)
        {
            if (owner is not null && (bits[slot >> 6] & (1UL << slot)) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Carries the marks of a slot over to its place in another block.</summary>
    public void CopyTo(SlotMarks target, int fromSlot, int toSlot)
    {
        foreach (var (owner, bits) in _planes)
        {
            if (owner is not null && (bits[fromSlot >> 6] & (1UL << fromSlot)) != 0)
                target.TrySet(owner, toSlot);
        }
    }

    /// <summary>Carries the marks of a slot over to an emptied one of the same block.</summary>
    public void Move(int fromSlot, int toSlot)
    {
        foreach (var (owner, bits) in _planes)
        {
            if (owner is null)
                continue;
            var bit = (bits[fromSlot >> 6] >> fromSlot) & 1;
            bits[fromSlot >> 6] &= ~(1UL << fromSlot);
            bits[toSlot >> 6] = (bits[toSlot >> 6] & ~(1UL << toSlot)) | (bit << toSlot);
        }
    }

    public void Remove(AlertPlane plane)
    {
        if (!TryGet(plane, out var bits))
            return;
        Bytes -= bits.Length * sizeof(ulong);
        bitmaps.Return(bits);
        _planes[plane.Index] = default;
    }

    /// <summary>Gives all bitmaps back; nothing may be marked any more.</summary>
    public void Clear()
    {
        foreach (var (owner, bits) in _planes)
        {
            if (owner is not null)
                bitmaps.Return(bits);
        }
        _planes = [];
        Bytes = 0;
    }

    private bool TryGet(AlertPlane plane, [NotNullWhen(true)] out ulong[]? bits)
    {
        var planes = _planes;
        if ((uint)plane.Index < (uint)planes.Length && ReferenceEquals(planes[plane.Index].Owner, plane))
        {
            bits = planes[plane.Index].Bits;
            return true;
        }
        bits = null;
        return false;
    }

    private ulong[] Add(AlertPlane plane)
    {
        if (plane.Index >= _planes.Length)
            Array.Resize(ref _planes, plane.Index + 1);
        var bits = bitmaps.Rent(blocks);
        Bytes += bits.Length * sizeof(ulong);
        _planes[plane.Index] = (plane, bits);
        return bits;
    }
}
