using System.Buffers;

namespace Reunion.Console.Api.Presence;

/// <summary>A body type of presence reports.</summary>
internal interface IPositionFormat
{
    /// <summary>Takes all whole positions from the front of a buffer.</summary>
    /// <param name="buffer">What has been read and not taken.</param>
    /// <param name="isLast">Whether nothing comes after it.</param>
    /// <param name="batch">Where the positions go.</param>
    /// <returns>Where the first position begins that is not whole yet.</returns>
    /// <exception cref="InvalidDataException">The framing is broken.</exception>
    SequencePosition Take(ReadOnlySequence<byte> buffer, bool isLast, PositionBatch batch);
}
