using System.Buffers;
using System.Buffers.Binary;

namespace Reunion.Console.Api.Presence;

/// <summary>
/// <c>application/vnd.reunion.presence</c>: records of 20 bytes, little endian: u64 device, i32 latitude × 10⁷, i32 longitude × 10⁷,
/// u32 Unix seconds.
/// </summary>
internal sealed class BinaryPositions : IPositionFormat
{
    public const string ContentType = "application/vnd.reunion.presence";
    private const int RecordBytes = 20;
    private const double Scale = 1e7;

    public SequencePosition Take(ReadOnlySequence<byte> buffer, bool isLast, PositionBatch batch)
    {
        Span<byte> record = stackalloc byte[RecordBytes];
        while (buffer.Length >= RecordBytes)
        {
            buffer.Slice(0, RecordBytes).CopyTo(record);
            buffer = buffer.Slice(RecordBytes);
            Add(record, batch);
        }

        if (isLast && !buffer.IsEmpty)
            throw new InvalidDataException("The body is no multiple of 20 bytes.");
        return buffer.Start;
    }

    private static void Add(ReadOnlySpan<byte> record, PositionBatch batch) => batch.Add(
        BinaryPrimitives.ReadUInt64LittleEndian(record),
        BinaryPrimitives.ReadInt32LittleEndian(record[8..]) / Scale,
        BinaryPrimitives.ReadInt32LittleEndian(record[12..]) / Scale,
        DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32LittleEndian(record[16..])));
}
