using System.Buffers.Binary;

namespace Reunion.Console.Api.Presence;

/// <summary>
/// Passes a stream on and remembers its last four bytes: in gzip they tell how long the content is (RFC 1952, ISIZE), which is
/// the only way to see that a body was cut off between two blocks.
/// </summary>
internal sealed class TailStream(Stream inner) : Stream
{
    private uint _tail;

    /// <summary>The last four bytes read, as a little-endian number.</summary>
    public uint Tail => BinaryPrimitives.ReverseEndianness(_tail);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        foreach (var last in buffer.Span[Math.Max(0, read - sizeof(uint))..read])
            _tail = (_tail << 8) | last;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
