namespace Reunion.Core.Geofencing;

/// <summary>Takes what a sweep finds near some shapes. One worker's; not thread-safe.</summary>
internal unsafe interface ICandidateSink
{
    /// <summary>Takes the candidates of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="candidates">For each its tile and, in the lowest ten bits, its slot within the chunk; in rising order of slots.</param>
    /// <param name="count">How many, up to 1,024.</param>
    void Take(SweepChunk chunk, uint* candidates, int count);
}
