using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote, or refuses all of it. Not thread-safe.</summary>
internal sealed unsafe class SnapshotReader(Stream file, PagePool pages)
{
    private readonly byte[] _record = GC.AllocateUninitializedArray<byte>(SnapshotWriter.MaxRecordBytes);

    /// <exception cref="InvalidDataException">The file was cut off, changed, or is none.</exception>
    public SnapshotHeader ReadHeader() => SnapshotHeader.Read(ReadChecked(SnapshotHeader.Bytes));

    /// <summary>Reads the segments that follow the header.</summary>
    /// <param name="partner">Whose they are.</param>
    /// <param name="header">The header.</param>
    /// <param name="epoch">The epoch of the table that is made.</param>
    /// <exception cref="InvalidDataException">The file was cut off or changed; nothing of it is kept.</exception>
    public PartnerTable ReadTable(PartnerId partner, SnapshotHeader header, string epoch)
    {
        var hash = new DeviceHash(header.HashKey);
        var segments = new List<Segment>();
        try
        {
            long phones = 0;
            while (ReadSegment(hash, segments.Count) is { } segment)
            {
                var expected = segments.Count == 0 ? 0 : segments[^1].LastHash + 1;
                segments.Add(segment);
                if (segment.FirstHash != expected)
                    throw new InvalidDataException("Segments do not follow each other.");
                phones += segment.Used - segment.Unplaced;
            }
            if (segments.Count == 0 || segments[^1].LastHash != ulong.MaxValue)
                throw new InvalidDataException("The last segments are missing.");
            return new PartnerTable(partner, hash, epoch, pages, new SegmentDirectory(segments), phones);
        }
        catch
        {
            segments.ForEach(segment => segment.Retire());
            throw;
        }
    }

    private Segment? ReadSegment(DeviceHash hash, int count)
    {
        Span<byte> checksum = stackalloc byte[8];
        Fill(checksum);
        var head = _record.AsSpan(0, SnapshotWriter.RecordHeaderBytes);
        Fill(head);
        var (depth, blocks) = (BinaryPrimitives.ReadInt32LittleEndian(head[8..]), BinaryPrimitives.ReadInt32LittleEndian(head[12..]));
        // Not yet checked: a length must not be believed further than memory reaches.
        var isEnd = depth < 0;
        if (!isEnd && (blocks is < 0 or > Segment.MaxBlocks || depth > 40))
            throw new InvalidDataException("A segment's size is out of range.");
        var length = SnapshotWriter.RecordHeaderBytes + (isEnd ? 0 : blocks * 2 * PagePool.PageBytes);
        Fill(_record.AsSpan(SnapshotWriter.RecordHeaderBytes, length - SnapshotWriter.RecordHeaderBytes));
        Check(checksum, _record.AsSpan(0, length));
        if (isEnd)
            return blocks == count ? null : throw new InvalidDataException("Segments are missing.");

        var segment = new Segment(BinaryPrimitives.ReadUInt64LittleEndian(head), depth, hash, pages);
        var adopted = new SlotBlock[blocks];
        for (var i = 0; i < blocks; i++)
            adopted[i] = ReadBlock(i, BinaryPrimitives.ReadInt32LittleEndian(head[(16 + i * 4)..]));
        segment.Adopt(adopted);
        return segment;
    }

    private SlotBlock ReadBlock(int index, int used)
    {
        var block = SlotBlock.RentUncleared(pages, used);
        var at = SnapshotWriter.RecordHeaderBytes + index * 2 * PagePool.PageBytes;
        Marshal.Copy(_record, at, (nint)block.Ids, PagePool.PageBytes);
        Marshal.Copy(_record, at + PagePool.PageBytes, (nint)block.Words, PagePool.PageBytes);
        return block;
    }

    private ReadOnlySpan<byte> ReadChecked(int bytes)
    {
        Span<byte> checksum = stackalloc byte[8];
        Fill(checksum);
        var record = _record.AsSpan(0, bytes);
        Fill(record);
        Check(checksum, record);
        return record;
    }

    private static void Check(ReadOnlySpan<byte> checksum, ReadOnlySpan<byte> bytes)
    {
        Span<byte> actual = stackalloc byte[8];
        XxHash3.Hash(bytes, actual);
        if (!actual.SequenceEqual(checksum))
            throw new InvalidDataException("A checksum does not agree.");
    }

    private void Fill(Span<byte> target)
    {
        if (file.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
            throw new InvalidDataException("The file was cut off.");
    }
}
