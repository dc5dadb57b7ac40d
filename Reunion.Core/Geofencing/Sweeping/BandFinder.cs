namespace Reunion.Core.Geofencing;

/// <summary>Claims phones for an alert and hands their devices out by distance band. One worker's; not thread-safe.</summary>
internal abstract class BandFinder
{
    private protected BandFinder(DistanceBands bands, PagePool pool)
    {
        Pages = new IdPages[bands.Count];
        for (var band = 0; band < bands.Count; band++)
            Pages[band] = new IdPages(pool);
    }

    /// <summary>The devices of each band, as far as they have been written.</summary>
    private protected IdPages[] Pages { get; }

    /// <summary>The fastest one for some bands.</summary>
    public static BandFinder Of(DistanceBands bands, PagePool pool) =>
        bands.Sieve is { } sieve ? new SieveBandFinder(bands, sieve, pool) : new TileBandFinder(bands, pool);

    /// <summary>Claims the phones of a segment.</summary>
    /// <param name="segment">The segment, locked.</param>
    /// <param name="fresh">What counts as fresh.</param>
    /// <param name="marks">Who was told, by slot; gets those that are found.</param>
    public abstract void Claim(Segment segment, Freshness fresh, ulong[] marks);

    /// <summary>The devices of each band. To be called once, when all is claimed.</summary>
    public IdPages[] Finish()
    {
        Flush();
        return Pages;
    }

    /// <summary>Writes what has not been.</summary>
    private protected virtual void Flush()
    {
    }
}
