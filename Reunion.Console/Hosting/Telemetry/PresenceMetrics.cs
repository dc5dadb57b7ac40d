using System.Diagnostics.Metrics;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geofencing.Traffic;

namespace Reunion.Console.Hosting.Telemetry;

/// <summary>Tells operators what positions partners send: sums a partner, nothing about a device. Counted only when asked.</summary>
internal sealed class PresenceMetrics
{
    /// <summary>Starts telling.</summary>
    public PresenceMetrics(IMeterFactory meters, PresenceTraffic traffic, PresenceIndex presence)
    {
        var meter = meters.Create("Reunion.Presence");
        meter.CreateObservableCounter(
            "reunion.presence.positions", () => traffic.Totals().SelectMany(Measure), "{position}", "Positions that partners sent, by what became of them.");
        meter.CreateObservableGauge(
            "reunion.presence.phones", () => traffic.Totals().Keys.Select(partner => new Measurement<long>(presence.CountPhones(partner), Tag(partner))),
            "{phone}", "Phones whose position is known.");
    }

    private static IEnumerable<Measurement<long>> Measure(KeyValuePair<PartnerId, long[]> partner) => partner.Value.Select((count, fate) =>
        new Measurement<long>(count, Tag(partner.Key), new KeyValuePair<string, object?>("fate", ((PositionFate)fate).CodeOf())));

    private static KeyValuePair<string, object?> Tag(PartnerId partner) => new("partner", partner.ToString());
}
