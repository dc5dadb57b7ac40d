using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Reunion.Core.Storage;

/// <summary>Inserts many rows at once.</summary>
public static class InsertExtensions
{
    private static readonly ConditionalWeakTable<IEntityType, InsertPlan> Plans = [];

    /// <summary>
    /// Inserts all that was added to a context that only adds, and forgets it. On SQLite each entity's statement is prepared once
    /// and run for all of its rows: EF Core writes and prepares a statement for every row there, which takes longer than storing it.
    /// PostgreSQL gets EF Core's own batches, which spare it a journey for each row.
    /// </summary>
    /// <param name="db">The context, within its transaction.</param>
    /// <param name="cancel">Stops between two rows.</param>
    /// <exception cref="DbUpdateException">The database did not take a row.</exception>
    /// <exception cref="InvalidOperationException">Something is to be changed or deleted, not only added.</exception>
    public static async Task InsertAddedAsync(this ReunionDbContext db, CancellationToken cancel = default)
    {
        var rows = db.ChangeTracker.Entries().ToLookup(e => e.Metadata);
        if (rows.Any(of => of.Any(row => row.State != EntityState.Added)))
            throw new InvalidOperationException("Only what is added can be inserted.");
        if (!db.Database.IsSqlite())
        {
            await db.SaveChangesAsync(cancel);
        }
        else
        {
            var sql = db.GetService<ISqlGenerationHelper>();
            try
            {
                // What others point to comes first.
                foreach (var of in rows.OrderBy(of => Depth(of.Key, rows)))
                    await Plans.GetValue(of.Key, entity => new InsertPlan(entity, sql)).RunAsync(db, of, cancel);
            }
            catch (DbException e)
            {
                throw new DbUpdateException("A row was not taken.", e);
            }
        }

        db.ChangeTracker.Clear();
    }

    private static int Depth<T>(IEntityType entity, ILookup<IEntityType, T> among) => entity.GetForeignKeys()
        .Where(key => key.PrincipalEntityType != entity && among.Contains(key.PrincipalEntityType))
        .Select(key => Depth(key.PrincipalEntityType, among) + 1).DefaultIfEmpty().Max();
}
