using Reunion.Core.Common;
using Reunion.Core.Geofencing;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Phones marked as told for a commit that may still fail.</summary>
internal sealed class PhoneClaims(PresenceIndex presence, AlertId alert) : IDisposable
{
    private readonly List<(PartnerId Partner, ClaimedPhones Phones)> _claimed = [];

    /// <summary>Claims the phones of some bands that were not told yet.</summary>
    public ClaimedPhones Claim(PartnerId partner, DistanceBands bands)
    {
        var phones = presence.Claim(alert, partner, bands);
        _claimed.Add((partner, phones));
        return phones;
    }

    /// <summary>The commit failed: they were not told.</summary>
    public void Release()
    {
        foreach (var (partner, phones) in _claimed)
        {
            foreach (var band in phones.Bands)
            {
                for (var run = 0; run < band.RunCount; run++)
                    presence.Release(alert, partner, band.Run(run));
            }
        }
    }

    public void Dispose()
    {
        foreach (var (_, phones) in _claimed)
            phones.Dispose();
    }
}
