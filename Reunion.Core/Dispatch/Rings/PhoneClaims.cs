using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Phones marked as told for a commit that may still fail.</summary>
internal sealed class PhoneClaims(PresenceIndex presence, AlertId alert)
{
    private readonly List<(PartnerId Partner, ulong[] Devices)> _claimed = [];

    /// <summary>Claims the phones of an annulus that were not told yet, nearest band first.</summary>
    public IReadOnlyList<ulong[]> Claim(PartnerId partner, GeoPoint centre, double innerRadiusMetres, double outerRadiusMetres, int bands)
    {
        var hits = presence.Claim(alert, partner, centre, innerRadiusMetres, outerRadiusMetres, bands);
        foreach (var band in hits)
            _claimed.Add((partner, band.Devices));
        return [.. hits.Select(h => h.Devices)];
    }

    /// <summary>The commit failed: they were not told.</summary>
    public void Release()
    {
        foreach (var (partner, devices) in _claimed)
            presence.Release(alert, partner, devices);
    }
}
