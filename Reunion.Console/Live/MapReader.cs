using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Live;
using Reunion.Core.Tips;

namespace Reunion.Console.Live;

/// <summary>Reads the parts of a snapshot.</summary>
internal sealed class MapReader(ReadAlerts alerts, ReadProgress progress, ReadTips tips)
{
    // The snapshot is shared by all screens; each asks for its own person's permission before it is given one.
    private static readonly Actor Screens = new("system", "", "", "", [Roles.Admin]);

    /// <summary>Reads everything.</summary>
    public async Task<MapParts> ReadAsync()
    {
        var facts = await alerts.OpenAsync();
        var each = new Dictionary<AlertId, IReadOnlyList<PartnerProgress>>();
        foreach (var id in facts.Select(f => f.Alert.Id))
            each[id] = await progress.OfAlertAsync(Screens, id);
        return new MapParts(facts, each, await DotsAsync(facts), await tips.WaitingAsync(Screens));
    }

    /// <summary>Reads again what some events are about, and keeps the rest.</summary>
    public async Task<MapParts> ReadAsync(MapParts before, IReadOnlyList<LiveEvent> happened)
    {
        if (happened.Any(e => e is AlertChanged or RingSent or CaseChanged))
            return await ReadAsync();
        var parts = before;
        if (happened.Any(e => e is TipArrived or Reunion.Core.Live.TipReviewed))
            parts = parts with { Dots = await DotsAsync(parts.Facts), Waiting = await tips.WaitingAsync(Screens) };
        foreach (var id in happened.OfType<DeliveryProgressed>().Select(e => e.Alert).Distinct().Where(parts.Progress.ContainsKey))
            parts = parts with
            {
                Progress = new Dictionary<AlertId, IReadOnlyList<PartnerProgress>>(parts.Progress) { [id] = await progress.OfAlertAsync(Screens, id) },
            };
        return parts;
    }

    private Task<IReadOnlyList<TipDot>> DotsAsync(IReadOnlyList<AlertFacts> facts) =>
        tips.DotsAsync(Screens, [.. facts.Select(f => f.Alert.Id)]);
}
