using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Partners;

namespace Reunion.Console.Api.Partners;

/// <summary>The alerts as one partner may see them, in its datum. Drills are only for partners that take part in drills.</summary>
internal sealed class PartnerAlerts(ReadAlerts alerts, AlertNames names, AlertPublisher publisher)
{
    /// <summary>Whether the partner may know of an alert.</summary>
    public static bool MaySee(Partner partner, AlertMode mode) => mode == AlertMode.Actual || partner.ExerciseEndpoint is not null;

    /// <summary>The live alerts, newest first.</summary>
    public async Task<IReadOnlyList<AlertObject>> LiveAsync(Partner partner, CancellationToken cancel) =>
        [.. from facts in await alerts.OpenAsync(cancel)
            where facts.Alert.Status == AlertStatus.Live && MaySee(partner, facts.Alert.Mode)
            select publisher.Publish(facts, partner.Datum)];

    /// <summary>One alert, also after its end.</summary>
    /// <exception cref="ProblemException"><c>not_found</c>: there is none, or none that the partner may see.</exception>
    public async Task<AlertObject> GetAsync(Partner partner, string? alertId, CancellationToken cancel)
    {
        var facts = TypedId.TryParse<AlertId>(alertId, out var id) ? await alerts.FindAsync(id, cancel) : null;
        return facts is not null && MaySee(partner, facts.Alert.Mode)
            ? publisher.Publish(facts, partner.Datum)
            : throw ProblemException.NotFound("alert");
    }

    /// <summary>The id of an alert that the partner may see.</summary>
    /// <exception cref="ProblemException"><c>not_found</c>, as above.</exception>
    public async ValueTask<AlertId> DemandAsync(Partner partner, string? alertId, CancellationToken cancel) =>
        TypedId.TryParse<AlertId>(alertId, out var id) && await names.FindAsync(id, cancel) is { } name && MaySee(partner, name.Mode)
            ? id : throw ProblemException.NotFound("alert");
}
