using System.Buffers;

namespace Reunion.Console.Api.Presence;

/// <summary><c>application/x-ndjson</c>: one JSON object a line.</summary>
internal sealed class NdjsonPositions : IPositionFormat
{
    public const string ContentType = "application/x-ndjson";
    private const int MaxLineBytes = 8 * 1024;

    public SequencePosition Take(ReadOnlySequence<byte> buffer, bool isLast, PositionBatch batch)
    {
        var reader = new SequenceReader<byte>(buffer);
        while (reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
            Add(line, batch);

        var rest = reader.UnreadSequence;
        if (rest.Length > MaxLineBytes)
            throw new InvalidDataException("A line is longer than 8 KiB.");
        if (!isLast)
            return rest.Start;
        Add(rest, batch);
        return rest.End;
    }

    private static void Add(ReadOnlySequence<byte> line, PositionBatch batch)
    {
        if (line.Length > MaxLineBytes)
            throw new InvalidDataException("A line is longer than 8 KiB.");
        if (!IsBlank(line))
            PositionLine.Read(line, batch);
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
            if (part.Span.ContainsAnyExcept(" \t\r"u8))
                return false;
        return true;
    }
}
