using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips.Conversation;

/// <summary>Reads the conversation about a tip, oldest message first.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class ReadConversation(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>For a reviewer.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="id">The tip.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<TipMessage>> OfTipAsync(Actor actor, TipId id, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<TipMessage>().AsNoTracking().Where(m => m.TipId == id).OrderBy(m => m.AtUtc).ThenBy(m => m.Id).ToListAsync(cancel);
    }

    /// <summary>For the holder of a receipt code, without reviewers' names.</summary>
    /// <param name="receiptCode">The tip's code.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<TipMessage>> ByReceiptAsync(string receiptCode, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<TipMessage>().AsNoTracking()
            .Join(db.Set<Tip>().Where(t => t.ReceiptCode == receiptCode), m => m.TipId, t => t.Id, (m, _) => m)
            .OrderBy(m => m.AtUtc).ThenBy(m => m.Id)
            .Select(m => new TipMessage { Id = m.Id, TipId = m.TipId, Author = m.Author, Text = m.Text, AtUtc = m.AtUtc }).ToListAsync(cancel);
    }
}
