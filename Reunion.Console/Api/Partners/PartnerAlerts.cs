using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;

namespace Reunion.Console.Api.Partners;

/// <summary>
/// The alerts as one partner may see them, in its datum. Drills are only for partners that take part in drills, and alerts
/// elsewhere not for partners that serve some regions.
/// </summary>
internal sealed class PartnerAlerts(ReadAlerts alerts, AlertNames names, ReadCarried carried, AlertPublisher publisher)
{
    /// <summary>Whether the partner may know of alerts in a mode.</summary>
    public static bool MaySee(Partner partner, AlertMode mode) => mode == AlertMode.Actual || partner.ExerciseEndpoint is not null;

    /// <summary>The live alerts, newest first.</summary>
    public async Task<IReadOnlyList<AlertObject>> LiveAsync(Partner partner, CancellationToken cancel)
    {
        var live = (await alerts.OpenAsync(cancel)).Where(f => f.Alert.Status == AlertStatus.Live && MaySee(partner, f.Alert.Mode)).ToList();
        var concerning = await carried.ExecuteAsync(partner, [.. live.Select(f => f.Alert)], cancel);
        return [.. live.Where(f => concerning.Contains(f.Alert.Id)).Select(f => publisher.Publish(f, partner.Datum))];
    }

    /// <summary>One alert, also after its end.</summary>
    /// <exception cref="ProblemException"><c>not_found</c>: there is none, or none that the partner may see.</exception>
    public async Task<AlertObject> GetAsync(Partner partner, string? alertId, CancellationToken cancel)
    {
        var facts = TypedId.TryParse<AlertId>(alertId, out var id) ? await alerts.FindAsync(id, cancel) : null;
        return facts is not null && MaySee(partner, facts.Alert.Mode)
            && (await carried.ExecuteAsync(partner, [facts.Alert], cancel)).Count > 0
            ? publisher.Publish(facts, partner.Datum)
            : throw ProblemException.NotFound("alert");
    }

    /// <summary>The id of an alert that the partner may see.</summary>
    /// <exception cref="ProblemException"><c>not_found</c>, as above.</exception>
    public async ValueTask<AlertId> DemandAsync(Partner partner, string? alertId, CancellationToken cancel)
    {
        if (!TypedId.TryParse<AlertId>(alertId, out var id) || await names.FindAsync(id, cancel) is not { } name || !MaySee(partner, name.Mode))
            throw ProblemException.NotFound("alert");
        // Only of a partner that serves some regions the alert's circles matter: a flood of tips must not read them for every other.
        if (partner.Regions.Count > 0)
            await GetAsync(partner, alertId, cancel);
        return id;
    }
}
