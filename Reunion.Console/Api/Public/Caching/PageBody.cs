using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Reunion.Console.Api.Public.Caching;

/// <summary>
/// A kept page in one encoding, compressed once. A reader's key goes in near its end: what follows the compressed part is sent as it
/// is, in a block that both formats have for that, so no answer has to be compressed anew.
/// </summary>
/// <remarks>Immutable.</remarks>
internal sealed class PageBody
{
    private const int KeyLength = 32;

    private static readonly byte[] GzipHeader = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

    // The last metablock, empty.
    private static readonly byte[] BrotliEnd = [3];

    private readonly byte[] _head;
    private readonly byte[]? _after;
    private readonly byte[] _end;
    private readonly Crc32? _checksum;
    private readonly uint _size;

    private PageBody(byte[] head, byte[]? after, byte[] end, Crc32? checksum = null, int size = 0) =>
        (_head, _after, _end, _checksum, _size) = (head, after, end, checksum, (uint)size);

    /// <summary>How many bytes an answer has.</summary>
    public int Length => _head.Length + (_after is null ? 0 : KeyLength + _after.Length) + _end.Length + (_checksum is null ? 0 : 8);

    /// <summary>Bytes that no key goes into.</summary>
    public static PageBody Whole(byte[] bytes, PageEncoding encoding) => new(encoding switch
    {
        PageEncoding.Gzip => [.. GzipHeader, .. Deflate(bytes, isWhole: true), .. Trailer(Checksum(bytes), (uint)bytes.Length)],
        PageEncoding.Brotli => Brotli(bytes, isWhole: true),
        _ => bytes,
    }, null, []);

    /// <summary>Bytes before and after the key.</summary>
    public static PageBody Around(byte[] before, byte[] after, PageEncoding encoding)
    {
        var open = KeyLength + after.Length;
        return encoding switch
        {
            PageEncoding.Gzip => new PageBody(
                [.. GzipHeader, .. Deflate(before, isWhole: false), .. StoredBlock(open)], after, [], Checksum(before), before.Length + open),
            PageEncoding.Brotli => new PageBody([.. Brotli(before, isWhole: false), .. UncompressedBlock(open)], after, BrotliEnd),
            _ => new PageBody(before, after, []),
        };
    }

    /// <summary>Writes one answer.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="key">The reader's own key, 32 characters; not used where none goes in.</param>
    public void Write(IBufferWriter<byte> to, ReadOnlySpan<byte> key)
    {
        to.Write(_head);
        if (_after is null)
            return;
        to.Write(key);
        to.Write(_after);
        to.Write(_end);
        if (_checksum is null)
            return;
        var checksum = _checksum.Clone();
        checksum.Append(key);
        checksum.Append(_after);
        to.Write(Trailer(checksum, _size));
    }

    private static byte[] Deflate(byte[] bytes, bool isWhole)
    {
        using var packed = new MemoryStream();
        using var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
        deflate.Write(bytes);
        // Flushing ends on a whole byte and leaves the stream open; ending it writes the last block.
        if (!isWhole)
        {
            deflate.Flush();
            return packed.ToArray();
        }

        deflate.Dispose();
        return packed.ToArray();
    }

    private static byte[] Brotli(byte[] bytes, bool isWhole)
    {
        using var encoder = new BrotliEncoder(quality: 9, window: 22);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 64];
        Demand(encoder.Compress(bytes, packed, out var consumed, out var written, isWhole));
        var flushed = 0;
        if (!isWhole)
            Demand(encoder.Flush(packed.AsSpan(written), out flushed));
        return consumed == bytes.Length ? packed[..(written + flushed)] : throw new InvalidOperationException("The page was not packed to its end.");
    }

    private static void Demand(OperationStatus status)
    {
        if (status != OperationStatus.Done)
            throw new InvalidOperationException($"The page could not be packed: {status}.");
    }

    // RFC 1951, 3.2.4: the last block, stored; its length twice, the second time inverted.
    private static byte[] StoredBlock(int length) => [1, (byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8)];

    // RFC 7932, 9.2: not the last, four nibbles of length less one, uncompressed, filled up to a byte.
    private static byte[] UncompressedBlock(int length)
    {
        var header = ((length - 1) << 3) | (1 << 19);
        return [(byte)header, (byte)(header >> 8), (byte)(header >> 16)];
    }

    private static Crc32 Checksum(byte[] bytes)
    {
        var checksum = new Crc32();
        checksum.Append(bytes);
        return checksum;
    }

    private static byte[] Trailer(Crc32 checksum, uint size)
    {
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), size);
        return trailer;
    }
}
