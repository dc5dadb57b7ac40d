using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips;

/// <summary>What happens to the tips that say the same as tips that are decided. In the caller's transaction.</summary>
internal static class TipEchoes
{
    /// <summary>Who wrote the same gets to know that it was read. What comes in from now on is another first one: nobody has seen it.</summary>
    public static async Task<IReadOnlyList<TipId>> SettleAsync(
        ReunionDbContext db, IReadOnlyCollection<TipId> firsts, string byName, DateTimeOffset at, CancellationToken cancel)
    {
        var waiting = db.Set<Tip>().Where(t => t.FirstTipId != null && EF.Parameter(firsts).Contains(t.FirstTipId.Value) && t.Review == TipReview.New);
        var ids = await waiting.Select(t => t.Id).ToListAsync(cancel);
        if (ids.Count > 0)
            await waiting.ExecuteUpdateAsync(
                s => s.SetProperty(t => t.Review, TipReview.Duplicate).SetProperty(t => t.ReviewedByName, byName)
                    .SetProperty(t => t.ReviewedAtUtc, at).SetProperty(t => t.Version, t => t.Version + 1), cancel);
        return ids;
    }

    /// <summary>They wait again with a tip that is reopened.</summary>
    public static async Task<IReadOnlyList<TipId>> ReopenAsync(ReunionDbContext db, IReadOnlyCollection<TipId> firsts, CancellationToken cancel)
    {
        var settled = db.Set<Tip>().Where(t => t.FirstTipId != null && EF.Parameter(firsts).Contains(t.FirstTipId.Value) && t.Review == TipReview.Duplicate);
        var ids = await settled.Select(t => t.Id).ToListAsync(cancel);
        if (ids.Count > 0)
            await settled.ExecuteUpdateAsync(
                s => s.SetProperty(t => t.Review, TipReview.New).SetProperty(t => t.ReviewedByName, "")
                    .SetProperty(t => t.ReviewedAtUtc, (DateTimeOffset?)null).SetProperty(t => t.ReviewDispatchedAtUtc, (DateTimeOffset?)null)
                    .SetProperty(t => t.Version, t => t.Version + 1), cancel);
        return ids;
    }
}
