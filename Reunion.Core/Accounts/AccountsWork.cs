using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Accounts;

/// <summary>Runs a change of accounts in a unit of work of its own, serialisable, with its audit entry in the same commit.</summary>
/// <remarks>Serialisable because rules such as "one admin stays" look at other rows than they change. Thread-safe.</remarks>
/// <param name="scopes">Makes a scope for each unit of work.</param>
public sealed class AccountsWork(IServiceScopeFactory scopes)
{
    /// <summary>Runs and commits a change; nothing is changed when it throws.</summary>
    /// <typeparam name="T">What the change gives back.</typeparam>
    /// <param name="change">Gets the accounts and the context they are kept in.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>changed_meanwhile</c> when somebody was faster.</exception>
    public async Task<T> DoAsync<T>(Func<UserManager<Account>, ReunionDbContext, Task<T>> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReunionDbContext>();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        try
        {
            var result = await change(people, db);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return result;
        }
        catch (DbUpdateException e) when (IsContention(e))
        {
            throw ProblemException.Changed();
        }
    }

    // 40001 and 40P01: PostgreSQL's serialisation failure and deadlock.
    private static bool IsContention(DbUpdateException e) =>
        e is DbUpdateConcurrencyException || e.InnerException is Npgsql.PostgresException { SqlState: "40001" or "40P01" };
}
