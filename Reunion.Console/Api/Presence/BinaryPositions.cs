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
        // Whole segments at a time; only a record that lies across two is put together first.
        Span<byte> torn = stackalloc byte[RecordBytes];
        var tornBytes = 0;
        foreach (var part in buffer)
        {
            var span = part.Span;
            if (tornBytes > 0)
            {
                var missing = Math.Min(RecordBytes - tornBytes, span.Length);
                span[..missing].CopyTo(torn[tornBytes..]);
                span = span[missing..];
                tornBytes += missing;
                if (tornBytes < RecordBytes)
                    continue;
                Add(torn, batch);
            }

            for (; span.Length >= RecordBytes; span = span[RecordBytes..])
                Add(span, batch);
            span.CopyTo(torn);
            tornBytes = span.Length;
        }

        if (isLast && tornBytes > 0)
            throw new InvalidDataException("The body is no multiple of 20 bytes.");
        return buffer.GetPosition(buffer.Length - tornBytes);
    }

    private static void Add(ReadOnlySpan<byte> record, PositionBatch batch) => batch.Add(
        BinaryPrimitives.ReadUInt64LittleEndian(record),
        BinaryPrimitives.ReadInt32LittleEndian(record[8..]) / Scale,
        BinaryPrimitives.ReadInt32LittleEndian(record[12..]) / Scale,
        BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
}
