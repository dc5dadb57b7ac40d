using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.Problems;

namespace Reunion.Core.Storage;

/// <summary>Saves what two people may want to change at once.</summary>
internal static class CommitExtensions
{
    /// <summary>Saves; when somebody else was faster nothing is changed and the caller is told.</summary>
    /// <exception cref="ProblemException"><c>changed_meanwhile</c>.</exception>
    public static async Task CommitAsync(this DbContext db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw ProblemException.Changed();
        }
    }
}
