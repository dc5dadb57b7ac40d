using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips.Board;

/// <summary>Keeps reviewers' views; each sees only the own ones.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class TipViews(IDbContextFactory<ReunionDbContext> factory)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 60;

    /// <summary>The most views that one person keeps.</summary>
    public const int MostViews = 30;

    /// <summary>The person's views, by name.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<IReadOnlyList<TipView>> ListAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<TipView>().AsNoTracking().Where(v => v.AccountId == actor.AccountId).OrderBy(v => v.Name).ToListAsync(cancel);
    }

    /// <summary>Keeps a view; one of that name is replaced.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="name">Its name, 1 to 60 characters.</param>
    /// <param name="query">What it asks for.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, <c>too_many_views</c> or a wrong name.</exception>
    public async Task KeepAsync(Actor actor, string name, TipQuery query, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        var clean = TipText.Clean(name);
        if (clean.Length is 0 or > MaxName)
            throw new ProblemException([clean.Length == 0 ? new FieldProblem("Name", "required") : new FieldProblem("Name", "too_long")]);
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.FindAsync<TipView>([actor.AccountId, clean], cancel) is { } kept)
            kept.Query = query;
        else if (await db.Set<TipView>().CountAsync(v => v.AccountId == actor.AccountId, cancel) >= MostViews)
            throw new ProblemException(ProblemKind.Conflict, "too_many_views", "Remove a view before you keep another one.");
        else
            db.Add(new TipView { AccountId = actor.AccountId, Name = clean, Query = query });
        await db.CommitAsync(cancel);
    }

    /// <summary>Removes a view; nothing happens when it is not there.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task RemoveAsync(Actor actor, string name, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.Set<TipView>().Where(v => v.AccountId == actor.AccountId && v.Name == name).ExecuteDeleteAsync(cancel);
    }
}
