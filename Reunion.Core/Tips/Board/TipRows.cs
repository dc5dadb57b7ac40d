using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Storage;
using Reunion.Core.Tips.Scores;

namespace Reunion.Core.Tips.Board;

/// <summary>Reads what a board is made of.</summary>
internal sealed class TipRows(IDbContextFactory<ReunionDbContext> factory)
{
    private const int Chunk = 500;

    /// <summary>Every tip of an alert that is the first of its text.</summary>
    public async Task<IReadOnlyList<TipRow>> AllAsync(AlertId alert)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await Rows(db, db.Set<Tip>().Where(t => t.AlertId == alert && t.FirstTipId == null)).ToListAsync();
    }

    /// <summary>The rows that changed with some tips: theirs, their first ones', and those of who named their receipt.</summary>
    public async Task<IReadOnlyList<TipRow>> OfAsync(AlertId alert, IReadOnlyCollection<TipId> tips)
    {
        await using var db = await factory.CreateDbContextAsync();
        var rows = new List<TipRow>(tips.Count);
        foreach (var chunk in tips.Chunk(Chunk))
        {
            var touched = await db.Set<Tip>().Where(t => EF.Parameter(chunk).Contains(t.Id))
                .Select(t => t.FirstTipId ?? t.Id).Distinct().ToListAsync();
            rows.AddRange(await Rows(db, db.Set<Tip>().Where(t => t.AlertId == alert && t.FirstTipId == null
                && (EF.Parameter(touched).Contains(t.Id) || (t.EarlierTipId != null && EF.Parameter(chunk).Contains(t.EarlierTipId.Value))))).ToListAsync());
        }

        return rows;
    }

    /// <summary>Who is missing, and what scores stand on but for the sightings; null when there is no such alert.</summary>
    public async Task<(string ChildName, ScoreScene Scene)?> SceneAsync(AlertId alert)
    {
        await using var db = await factory.CreateDbContextAsync();
        if (await AlertFacts.FindAsync(db, alert) is not { } facts)
            return null;
        var schedule = facts.Alert.Schedule();
        return (facts.Case.Child.Name, new ScoreScene(
            facts.Case.LastSeen.Point, facts.Case.LastSeen.AtUtc,
            [.. facts.Alert.Circles.OrderBy(c => c.ClockStartUtc).ThenBy(c => c.Id.Value).Select(c => new SceneCircle(c.Centre, schedule.RadiusMetres(c.RingShown)))],
            []));
    }

    private static IQueryable<TipRow> Rows(ReunionDbContext db, IQueryable<Tip> tips) => tips.AsNoTracking().Select(t => new TipRow(
        t.Id, t.Kind, t.Text, t.SeenAtUtc, t.Latitude, t.Longitude, t.Place, t.PartnerId, t.IsPartnerSignal, t.ReceivedAtUtc, t.Review,
        t.ReviewedByName, t.Photos.Count, t.Repeats, t.AssignedToAccountId, t.AssignedToName, t.DuplicateOfId,
        t.EarlierTipId != null && db.Set<Tip>().Any(e => e.Id == t.EarlierTipId && e.Review == TipReview.Verified), t.Version));
}
