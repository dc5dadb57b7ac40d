using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips.Intake;

/// <summary>Puts tips with the same text behind the first one, which counts them. In the group's transaction.</summary>
internal sealed class TipRepeats(ReunionDbContext db)
{
    /// <summary>Says of each tip whether it is the first of its text, and of which it is not.</summary>
    public async Task MarkAsync(IReadOnlyList<PendingTip> tips)
    {
        var known = await KnownAsync(tips);
        var firsts = new Dictionary<(AlertId, string), Tip>();
        foreach (var same in tips.Where(p => p.TextKey is not null).GroupBy(p => (p.Tip.AlertId, Text: p.TextKey!)))
        {
            TipId? stored = known.TryGetValue(same.Key, out var id) && await AddAsync(id, same.Key.Text, same.Count()) ? id : null;
            foreach (var tip in same.Select(p => p.Tip))
                Mark(tip, same.Key.Text, stored, firsts, same.Key);
        }
    }

    // Also undoes what an attempt before left on it, when that was rolled back.
    private static void Mark(Tip tip, string text, TipId? stored, Dictionary<(AlertId, string), Tip> firsts, (AlertId, string) key)
    {
        (tip.FirstTipId, tip.TextKey, tip.Repeats) = (stored, null, 0);
        if (stored is not null)
            return;
        if (firsts.TryAdd(key, tip))
            tip.TextKey = text;
        else
        {
            tip.FirstTipId = firsts[key].Id;
            firsts[key].Repeats++;
        }
    }

    private async Task<Dictionary<(AlertId, string), TipId>> KnownAsync(IReadOnlyList<PendingTip> tips)
    {
        var alerts = tips.Select(p => p.Tip.AlertId).Distinct().ToList();
        var texts = tips.Select(p => p.TextKey).OfType<string>().Distinct().ToList();
        return texts.Count == 0 ? [] : await db.Set<Tip>().AsNoTracking()
            .Where(t => EF.Parameter(alerts).Contains(t.AlertId) && EF.Parameter(texts).Contains(t.TextKey!))
            .Select(t => new { t.AlertId, t.TextKey, t.Id }).ToDictionaryAsync(t => (t.AlertId, t.TextKey!), t => t.Id);
    }

    // Takes the first one's row, so that it cannot be decided before these are behind it; once it is decided it is not added to.
    // Its version stays: that more people say the same is no reason to refuse a decision about it.
    private async Task<bool> AddAsync(TipId first, string text, int count) =>
        await db.Set<Tip>().Where(t => t.Id == first && t.TextKey == text)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.Repeats, t => t.Repeats + count)) == 1;
}
