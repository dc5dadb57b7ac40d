using System.Buffers;

namespace Reunion.Tests.Api.Presence;

/// <summary>A part of a body that came in parts.</summary>
internal sealed class BodySegment : ReadOnlySequenceSegment<byte>
{
    /// <summary>A body in segments of a size.</summary>
    public static ReadOnlySequence<byte> Cut(ReadOnlyMemory<byte> body, int size)
    {
        var first = new BodySegment { Memory = body[..Math.Min(size, body.Length)] };
        var last = first;
        for (var at = first.Memory.Length; at < body.Length; at += last.Memory.Length)
        {
            var next = new BodySegment { Memory = body.Slice(at, Math.Min(size, body.Length - at)), RunningIndex = at };
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
