using System.Buffers;
using Reunion.Core.Geofencing.Traffic;

namespace Reunion.Console.Api.Presence;

/// <summary><c>application/x-ndjson</c>: one JSON object a line. Remembers where it is in a body, so each needs one of its own.</summary>
internal sealed class NdjsonPositions : IPositionFormat
{
    public const string ContentType = "application/x-ndjson";
    private const int MaxLineBytes = 8 * 1024;

    /// <summary>Whether what comes up to the next line's end belongs to a line refused for its length.</summary>
    private bool _isSkipping;

    public SequencePosition Take(ReadOnlySequence<byte> buffer, bool isLast, PositionBatch batch)
    {
        while (true)
        {
            buffer = buffer.Slice(TakeLines(buffer.FirstSpan, batch));
            // What is left of that segment holds no line's end: the next line lies across segments, or, behind a line that ended with
            // its segment, is the first of the next one.
            if (buffer.PositionOf((byte)'\n') is not { } end)
                return TakeRest(buffer, isLast, batch);
            var line = buffer.Slice(0, end);
            if (!EndsSkipping())
                Add(line, batch);
            buffer = buffer.Slice(line.Length + 1);
        }
    }

    /// <summary>Adds the lines that end in a span.</summary>
    /// <returns>How many bytes they take.</returns>
    private int TakeLines(ReadOnlySpan<byte> span, PositionBatch batch)
    {
        var taken = 0;
        while (span[taken..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            if (!EndsSkipping())
                Add(span.Slice(taken, length), batch);
            taken += length + 1;
        }

        return taken;
    }

    private SequencePosition TakeRest(ReadOnlySequence<byte> rest, bool isLast, PositionBatch batch)
    {
        if (_isSkipping)
            return rest.End;
        if (rest.Length > MaxLineBytes)
        {
            // Not kept until its end comes: that may be the whole body.
            batch.Refuse(PositionFate.Malformed);
            _isSkipping = true;
            return rest.End;
        }

        if (!isLast)
            return rest.Start;
        Add(rest, batch);
        return rest.End;
    }

    private bool EndsSkipping()
    {
        var was = _isSkipping;
        _isSkipping = false;
        return was;
    }

    private static void Add(ReadOnlySequence<byte> line, PositionBatch batch)
    {
        if (line.Length > MaxLineBytes)
        {
            batch.Refuse(PositionFate.Malformed);
            return;
        }

        Span<byte> whole = stackalloc byte[(int)line.Length];
        line.CopyTo(whole);
        Add(whole, batch);
    }

    private static void Add(ReadOnlySpan<byte> line, PositionBatch batch)
    {
        if (CommonLine.TryRead(line, out var device, out var latitude, out var longitude, out var unixSeconds))
            batch.Add(device, latitude, longitude, unixSeconds);
        else if (line.Length > MaxLineBytes)
            batch.Refuse(PositionFate.Malformed);
        else if (line.ContainsAnyExcept(" \t\r"u8))
            PositionLine.Read(line, batch);
    }
}
