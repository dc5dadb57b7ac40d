using System.IO.Compression;
using System.IO.Pipelines;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Presence;

/// <summary>Streams a request's body into a batch, through pooled buffers.</summary>
internal static class PresenceBody
{
    // 100,000 generous lines; what is larger unpacked is a bomb.
    public const long MaxBytes = 64 * 1024 * 1024;
    private const int BufferBytes = 64 * 1024;

    /// <exception cref="ProblemException"><c>malformed</c>: the framing is broken; <c>too_large</c>.</exception>
    public static async Task ReadAsync(HttpRequest request, bool isGzip, IPositionFormat format, PositionBatch batch, CancellationToken cancel)
    {
        try
        {
            if (!isGzip)
            {
                await ReadAsync(request.BodyReader, format, batch, cancel);
                return;
            }

            await using var packed = new TailStream(request.Body);
            await using var unpacked = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            var content = PipeReader.Create(unpacked, new StreamPipeReaderOptions(bufferSize: BufferBytes, leaveOpen: true));
            // The unpacker takes a body that was cut off for its end: a part must not pass for the whole.
            if (await ReadAsync(content, format, batch, cancel) != packed.Tail)
                throw new InvalidDataException("it was cut off.");
        }
        catch (InvalidDataException e)
        {
            throw new ProblemException(ProblemKind.Invalid, "malformed", "The body cannot be read: " + e.Message);
        }
    }

    private static async Task<long> ReadAsync(PipeReader body, IPositionFormat format, PositionBatch batch, CancellationToken cancel)
    {
        var taken = 0L;
        while (true)
        {
            var read = await body.ReadAsync(cancel);
            // Also after a refusal the buffer is given back: otherwise the connection could not be used again.
            var rest = read.Buffer.End;
            try
            {
                rest = format.Take(read.Buffer, read.IsCompleted, batch);
                taken += read.Buffer.Slice(0, rest).Length;
            }
            finally
            {
                body.AdvanceTo(rest, read.Buffer.End);
            }

            if (taken > MaxBytes)
                throw new ProblemException(ProblemKind.TooLarge, "too_large", "At most 64 MiB a request, unpacked.");
            if (read.IsCompleted)
                break;
        }

        await body.CompleteAsync();
        return taken;
    }
}
