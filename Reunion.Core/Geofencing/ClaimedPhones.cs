namespace Reunion.Core.Geofencing;

/// <summary>Phones that a sweep found and claimed for an alert, by distance. They lie in memory that is used again: dispose it.</summary>
/// <remarks>Disposing gives the memory back, not the claim; see <see cref="PresenceIndex.Release"/> for that.</remarks>
public sealed class ClaimedPhones : IDisposable
{
    private readonly IdPages[] _pages;

    internal ClaimedPhones(DistanceBands bands, IdPages[] pages)
    {
        _pages = pages;
        Bands =
        [
            .. pages.Index().Where(band => band.Item.Count > 0)
                .Select(band => new ClaimedBand(bands.EdgesMetres[band.Index], bands.EdgesMetres[band.Index + 1], band.Item))
        ];
    }

    /// <summary>The bands that hold phones, nearest first.</summary>
    public IReadOnlyList<ClaimedBand> Bands { get; }

    /// <summary>How many phones in all.</summary>
    public long Count => Bands.Sum(band => band.Count);

    /// <summary>Cuts all phones into batches, nearest first; a batch may hold phones of two bands.</summary>
    /// <param name="size">Phones of each batch but the last, 1 or more.</param>
    /// <exception cref="ObjectDisposedException">They were disposed.</exception>
    public IEnumerable<ulong[]> Batches(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var left = Count;
        ulong[] batch = left > 0 ? new ulong[Math.Min(size, left)] : [];
        var filled = 0;
        foreach (var band in Bands)
        {
            for (var (run, taken) = (0, 0); run < band.RunCount;)
            {
                var from = band.Run(run)[taken..];
                var count = Math.Min(from.Length, batch.Length - filled);
                from[..count].CopyTo(batch.AsSpan(filled));
                (filled, taken, left) = (filled + count, taken + count, left - count);
                if (count == from.Length)
                    (run, taken) = (run + 1, 0);
                if (filled < batch.Length)
                    continue;
                yield return batch;
                (batch, filled) = (new ulong[Math.Min(size, left)], 0);
            }
        }
    }

    /// <summary>Gives the memory back. May be called again.</summary>
    public void Dispose()
    {
        foreach (var pages in _pages)
            pages.Dispose();
    }
}
