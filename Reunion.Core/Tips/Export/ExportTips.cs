using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips.Export;

/// <summary>Reads the tips of an alert for a file, and keeps who took one.</summary>
/// <param name="factory">Makes a context for each call and each bundle.</param>
/// <param name="audit">Keeps who took a file.</param>
/// <param name="clock">Says which tips are in it.</param>
/// <remarks>Thread-safe. Holds ids and one bundle of tips at a time, and no connection while the reader is slow; never a photo.</remarks>
public sealed class ExportTips(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The most tips in a file; more are in parts.</summary>
    public const int MostTips = 20_000;

    private const int Bundle = 200;

    /// <summary>Begins a file. From here on it counts as taken, whether or not it arrives.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReviewTips"/>, which shows contacts and photos as well.</param>
    /// <param name="id">The alert.</param>
    /// <param name="format">What kind of file.</param>
    /// <param name="part">Which part, from 1.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, or <c>not_found</c>: no such alert or part.</exception>
    public async Task<TipExport> BeginAsync(Actor actor, AlertId id, ExportFormat format, int part = 1, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ReviewTips);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var about = await db.Set<Alert>().Where(a => a.Id == id)
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new { a.CaseId, a.Code, a.Mode, c.Child.Name, c.ContactUnit })
            .FirstOrDefaultAsync(cancel) ?? throw ProblemException.NotFound("alert");
        var now = clock.GetUtcNow();
        var tips = db.Set<Tip>().AsNoTracking().Where(t => t.AlertId == id && t.ReceivedAtUtc <= now);
        var total = await tips.CountAsync(cancel);
        if (part < 1 || (part > 1 && (part - 1L) * MostTips >= total))
            throw ProblemException.NotFound("part");
        var export = new TipExport
        {
            Reader = actor, AtUtc = now, CaseId = about.CaseId, ChildName = about.Name, Unit = about.ContactUnit, AlertCode = about.Code,
            Mode = about.Mode, Total = total, Part = part,
            Ids = await tips.OrderBy(t => t.ReceivedAtUtc).ThenBy(t => t.Id).Skip((part - 1) * MostTips).Take(MostTips).Select(t => t.Id).ToListAsync(cancel),
        };
        audit.Add(
            db, actor, AuditAction.TipsExported, id.ToString(), about.CaseId,
            string.Create(CultureInfo.InvariantCulture, $"{format.ToString().ToUpperInvariant()}, {export.Count}"));
        await db.SaveChangesAsync(cancel);
        return export;
    }

    /// <summary>The tips of a file as they stand when their turn comes, oldest first; one that is gone by then is left out.</summary>
    /// <param name="export">What <see cref="BeginAsync"/> gave.</param>
    /// <param name="cancel">Stops between two bundles.</param>
    public async IAsyncEnumerable<ExportedTip> ReadAsync(TipExport export, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var number = export.First;
        foreach (var ids in export.Ids.Chunk(Bundle))
        {
            var tips = await BundleAsync(ids, cancel);
            foreach (var id in ids)
            {
                if (tips.TryGetValue(id, out var tip))
                    yield return tip with { Number = number };
                number++;
            }
        }
    }

    private async Task<Dictionary<TipId, ExportedTip>> BundleAsync(TipId[] ids, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Tip>().AsNoTracking().Where(t => ids.Contains(t.Id))
            .Select(t => new ExportedTip(
                0, t.Id, t.ReceivedAtUtc, t.SeenAtUtc, t.Kind, t.Review, t.Place, t.Latitude, t.Longitude, t.Text, t.Contact, t.Source, t.PartnerId,
                t.Photos.OrderBy(p => p.Id).Select(p => p.Id).ToList(), t.ReviewedByName, t.ReviewedAtUtc, t.ReviewReason))
            .ToDictionaryAsync(t => t.Id, cancel);
    }
}
