namespace Reunion.Core.Geofencing;

/// <summary>The phones of one distance band, which are an alert's from now on.</summary>
/// <remarks>Valid until its <see cref="ClaimedPhones"/> is disposed. Thread-safe for reading.</remarks>
public sealed class ClaimedBand
{
    private readonly IdPages _pages;

    internal ClaimedBand(double innerRadiusMetres, double outerRadiusMetres, IdPages pages)
    {
        InnerRadiusMetres = innerRadiusMetres;
        OuterRadiusMetres = outerRadiusMetres;
        _pages = pages;
    }

    /// <summary>Where the band begins, in metres.</summary>
    public double InnerRadiusMetres { get; }

    /// <summary>Where the band ends, in metres.</summary>
    public double OuterRadiusMetres { get; }

    /// <summary>How many phones, at least one.</summary>
    public long Count => _pages.Count;

    /// <summary>In how many runs their numbers lie in memory.</summary>
    public int RunCount => _pages.RunCount;

    /// <summary>The partner's numbers of some of the phones, in no order; no copy.</summary>
    /// <param name="index">Which run, from 0.</param>
    /// <exception cref="ObjectDisposedException">They were disposed.</exception>
    public ReadOnlySpan<ulong> Run(int index) => _pages.Run(index);

    /// <summary>The partner's numbers of all of the phones, in no order, as a copy.</summary>
    /// <exception cref="ObjectDisposedException">They were disposed.</exception>
    public ulong[] ToArray()
    {
        var devices = GC.AllocateUninitializedArray<ulong>((int)Count);
        var rest = devices.AsSpan();
        for (var i = 0; i < RunCount; i++)
        {
            Run(i).CopyTo(rest);
            rest = rest[Run(i).Length..];
        }
        return devices;
    }
}
