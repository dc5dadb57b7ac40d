using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Tips;

namespace Reunion.Console.Live;

/// <summary>What a snapshot is put together from; each part is read anew only when something happened to it.</summary>
internal sealed record MapParts(
    IReadOnlyList<AlertFacts> Facts,
    IReadOnlyDictionary<AlertId, IReadOnlyList<PartnerProgress>> Progress,
    IReadOnlyList<TipDot> Dots,
    IReadOnlyDictionary<AlertId, int> Waiting)
{
    /// <summary>Puts the parts together.</summary>
    /// <param name="justGrown">Circles whose ring was sent a moment ago.</param>
    public MapSnapshot ToSnapshot(IReadOnlySet<CircleId> justGrown)
    {
        var tips = Dots.ToLookup(d => d.AlertId);
        return new MapSnapshot([.. Facts.Select(f => MapAlert.Of(
            f,
            [.. f.Alert.Circles.OrderBy(c => c.ClockStartUtc).Select(c => MapCircle.Of(c, f.Alert, justGrown.Contains(c.Id)))],
            Progress.GetValueOrDefault(f.Alert.Id) ?? [],
            [.. tips[f.Alert.Id]],
            Waiting.GetValueOrDefault(f.Alert.Id)))]);
    }
}
