using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Reunion.Core.Common.Problems;

namespace Reunion.Core.Storage;

/// <summary>Saves what two people may want to change at once.</summary>
internal static class CommitExtensions
{
    // SQLite's extended codes of a unique index and of a primary key; PostgreSQL has one for both.
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>Saves; when somebody else was faster nothing is changed and the caller is told.</summary>
    /// <remarks>Faster is who changed the same row, and who added a row that may be there only once.</remarks>
    /// <exception cref="ProblemException"><c>changed_meanwhile</c>.</exception>
    public static async Task CommitAsync(this DbContext db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || IsTwice(e.InnerException))
        {
            throw ProblemException.Changed();
        }
    }

    private static bool IsTwice(Exception? cause) => cause
        is SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
