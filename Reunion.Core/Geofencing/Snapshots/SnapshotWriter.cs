using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Reunion.Core.Geofencing;

/// <summary>
/// Writes a partner's table to a file: the header, then one record for each segment, its blocks as they lie in memory behind a checksum, then
/// a record that says that nothing is missing. Not thread-safe.
/// </summary>
/// <remarks>
/// A segment is copied under its lock and written without it, so that writes of positions wait for a copy in memory, never for the
/// disk. What was reported after its segment was copied is missing; that is what epochs are for.
/// </remarks>
internal sealed unsafe class SnapshotWriter(Stream file)
{
    /// <summary>First hash, depth, blocks, and used slots of up to 16 blocks.</summary>
    public const int RecordHeaderBytes = 8 + 4 + 4 + Segment.MaxBlocks * 4;

    public const int MaxRecordBytes = RecordHeaderBytes + Segment.MaxBlocks * 2 * PagePool.PageBytes;

    private readonly byte[] _record = GC.AllocateUninitializedArray<byte>(MaxRecordBytes);

    /// <param name="table">The table; writes go on meanwhile.</param>
    /// <param name="header">What the file begins with.</param>
    public void Write(PartnerTable table, SnapshotHeader header)
    {
        var head = _record.AsSpan(0, SnapshotHeader.Bytes);
        head.Clear();
        header.Write(head);
        WriteChecked(head);
        var segments = 0;
        for (var hash = 0UL; ; hash++)
        {
            int length = 0;
            table.Segments.ForEach(hash, hash, segment =>
            {
                length = Copy(segment);
                hash = segment.LastHash;
            });
            ObjectDisposedException.ThrowIf(length == 0, typeof(PresenceIndex));
            WriteChecked(_record.AsSpan(0, length));
            segments++;
            if (hash == ulong.MaxValue)
                break;
        }
        var end = _record.AsSpan(0, RecordHeaderBytes);
        end.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(end[8..], -1);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], segments);
        WriteChecked(end);
    }

    private int Copy(Segment segment)
    {
        var head = _record.AsSpan(0, RecordHeaderBytes);
        head.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(head, segment.FirstHash);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], segment.Depth);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], segment.Blocks.Length);
        var length = RecordHeaderBytes;
        for (var i = 0; i < segment.Blocks.Length; i++)
        {
            var block = segment.Blocks[i];
            BinaryPrimitives.WriteInt32LittleEndian(head[(16 + i * 4)..], block.Used);
            Marshal.Copy((nint)block.Ids, _record, length, PagePool.PageBytes);
            Marshal.Copy((nint)block.Words, _record, length + PagePool.PageBytes, PagePool.PageBytes);
            length += 2 * PagePool.PageBytes;
        }
        return length;
    }

    private void WriteChecked(ReadOnlySpan<byte> bytes)
    {
        Span<byte> checksum = stackalloc byte[8];
        XxHash3.Hash(bytes, checksum);
        file.Write(checksum);
        file.Write(bytes);
    }
}
