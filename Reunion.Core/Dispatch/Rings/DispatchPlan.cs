using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Which partners carry an alert, and which of them have been told of it.</summary>
internal sealed class DispatchPlan
{
    // An attempt ends after 15 s; what was on its way when a partner was removed is recorded by then.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    private readonly HashSet<PartnerId> _reached;

    private DispatchPlan(
        IReadOnlyList<Partner> carriers, HashSet<PartnerId> told, HashSet<PartnerId> reached, IReadOnlyList<Partner> formerlyTold) =>
        (Carriers, Told, _reached, FormerlyTold) = (carriers, told, reached, formerlyTold);

    /// <summary>
    /// Active partners with an endpoint for the alert's mode that operate where a circle is by now, or have carried it before
    /// their regions were changed.
    /// </summary>
    public IReadOnlyList<Partner> Carriers { get; }

    /// <summary>Partners with at least one message about the alert.</summary>
    public HashSet<PartnerId> Told { get; }

    /// <summary>Told partners that are suspended or removed by now; they still must hear of the end.</summary>
    public IReadOnlyList<Partner> FormerlyTold { get; }

    /// <summary>Carriers that we geofence for.</summary>
    public IEnumerable<Partner> DeviceCarriers => Carriers.Where(p => p.Targeting.HasFlag(Targeting.Devices) && Told.Contains(p.Id));

    /// <summary>Whether a carrier has not been told of the alert.</summary>
    public bool HasNewcomers => Carriers.Any(p => !Told.Contains(p.Id));

    public static async Task<DispatchPlan> LoadAsync(ReunionDbContext db, Alert alert, CancellationToken cancel)
    {
        var issued = await db.Set<Delivery>().Where(d => d.AlertId == alert.Id && d.Type == MessageType.AlertIssued)
            .Select(d => new { d.PartnerId, IsReached = d.Attempts > 0 || d.Status == DeliveryStatus.Delivered }).ToListAsync(cancel);
        var told = issued.Select(d => d.PartnerId).ToHashSet();
        var partners = await db.Set<Partner>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancel);
        return new DispatchPlan(
            [
                .. partners.Where(p => p.Status == PartnerStatus.Active && p.EndpointFor(isDrill: alert.Mode != AlertMode.Actual) is not null
                    && (told.Contains(p.Id) || alert.IsServedBy(p))),
            ],
            told,
            [.. issued.Where(d => d.IsReached).Select(d => d.PartnerId)],
            [.. partners.Where(p => p.Status != PartnerStatus.Active && told.Contains(p.Id))]);
    }

    /// <summary>Adds one revision's message for everyone it concerns.</summary>
    public void Add(ReunionDbContext db, DeliveryFactory deliveries, AlertFacts facts, AlertRevision revision, bool? ringIsSilent = null)
    {
        foreach (var partner in Carriers.Concat(FormerlyTold.Where(p => MustHear(p, revision))))
        {
            var isFirst = !Told.Contains(partner.Id);
            if (isFirst && revision.Change == AlertChange.Ended)
                continue;
            db.Add(deliveries.ForRevision(partner, facts, revision, isFirst, ringIsSilent));
            Told.Add(partner.Id);
        }
    }

    // A suspended partner hears the rest when it is back. One that was removed shows the child's photo until it is told that the
    // alert is over, but only if it ever heard of it: what was withdrawn unsent stays unknown to it.
    private bool MustHear(Partner formerly, AlertRevision revision) =>
        formerly.Status != PartnerStatus.Removed
        || (revision.Change == AlertChange.Ended
            && (_reached.Contains(formerly.Id) || formerly.RemovedAtUtc > revision.AtUtc - OnItsWay));
}
