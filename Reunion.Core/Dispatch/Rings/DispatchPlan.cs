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
    private DispatchPlan(IReadOnlyList<Partner> carriers, HashSet<PartnerId> told, IReadOnlyList<Partner> formerlyTold) =>
        (Carriers, Told, FormerlyTold) = (carriers, told, formerlyTold);

    /// <summary>Active partners with an endpoint for the alert's mode.</summary>
    public IReadOnlyList<Partner> Carriers { get; }

    /// <summary>Partners with at least one message about the alert.</summary>
    public HashSet<PartnerId> Told { get; }

    /// <summary>Told partners that are suspended by now; they still must hear of the end.</summary>
    public IReadOnlyList<Partner> FormerlyTold { get; }

    /// <summary>Carriers that we geofence for.</summary>
    public IEnumerable<Partner> DeviceCarriers => Carriers.Where(p => p.Targeting.HasFlag(Targeting.Devices) && Told.Contains(p.Id));

    /// <summary>Whether a carrier has not been told of the alert.</summary>
    public bool HasNewcomers => Carriers.Any(p => !Told.Contains(p.Id));

    public static async Task<DispatchPlan> LoadAsync(ReunionDbContext db, Alert alert, CancellationToken cancel)
    {
        var told = (await db.Set<Delivery>().Where(d => d.AlertId == alert.Id && d.Type == MessageType.AlertIssued)
            .Select(d => d.PartnerId).Distinct().ToListAsync(cancel)).ToHashSet();
        var partners = await db.Set<Partner>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancel);
        return new DispatchPlan(
            [.. partners.Where(p => p.Status == PartnerStatus.Active && p.EndpointFor(isDrill: alert.Mode != AlertMode.Actual) is not null)],
            told,
            [.. partners.Where(p => p.Status != PartnerStatus.Active && told.Contains(p.Id))]);
    }

    /// <summary>Adds one revision's message for everyone it concerns.</summary>
    public void Add(ReunionDbContext db, DeliveryFactory deliveries, AlertFacts facts, AlertRevision revision, bool? ringIsSilent = null)
    {
        foreach (var partner in Carriers.Concat(FormerlyTold))
        {
            var isFirst = !Told.Contains(partner.Id);
            if (isFirst && revision.Change == AlertChange.Ended)
                continue;
            db.Add(deliveries.ForRevision(partner, facts, revision, isFirst, ringIsSilent));
            Told.Add(partner.Id);
        }
    }
}
