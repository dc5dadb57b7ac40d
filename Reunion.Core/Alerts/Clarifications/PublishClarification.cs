using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Common.Text;
using Reunion.Core.Live;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts.Clarifications;

/// <summary>Makes something clear on the public site, and to every partner.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="audit">Keeps who did it.</param>
/// <param name="live">Tells the public pages and the dispatcher.</param>
/// <param name="clock">Gives the time.</param>
public sealed class PublishClarification(IDbContextFactory<ReunionDbContext> factory, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>The longest text in each language, in characters.</summary>
    public const int MaxLength = 500;

    /// <summary>Publishes it.</summary>
    /// <param name="actor">Needs <see cref="Permission.ControlAlerts"/>.</param>
    /// <param name="alert">The alert it is about; null for none in particular. Of a drill nothing is said in public.</param>
    /// <param name="text">What to say, in both languages.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>, <c>not_found</c>, <c>drill_not_public</c>, or the fields <c>TextZh</c>, <c>TextEn</c>.</exception>
    public async Task<ClarificationId> ExecuteAsync(Actor actor, AlertId? alert, LocalizedText text, CancellationToken cancel = default)
    {
        actor.Demand(Permission.ControlAlerts);
        var clean = new LocalizedText(text.Zh.Trim(), text.En.Trim());
        Demand(clean);
        await using var db = await factory.CreateDbContextAsync(cancel);
        CaseId? ofCase = null;
        if (alert is { } id)
        {
            var about = await db.Set<Alert>().Where(a => a.Id == id).Select(a => new { a.Mode, a.CaseId }).FirstOrDefaultAsync(cancel)
                ?? throw ProblemException.NotFound("alert");
            if (about.Mode != AlertMode.Actual)
                throw new ProblemException(ProblemKind.Invalid, "drill_not_public", "Of an exercise or a test nothing is said in public.");
            ofCase = about.CaseId;
        }

        var made = new Clarification
        {
            Id = TypedId.New<ClarificationId>(clock), AlertId = alert, Text = clean, PublishedAtUtc = clock.GetUtcNow(), PublishedByName = actor.Name,
        };
        db.Add(made);
        audit.Add(db, actor, AuditAction.ClarificationPublished, made.Id.ToString(), ofCase);
        await db.CommitAsync(cancel);
        live.Publish(new ClarificationPublished(made.Id));
        return made.Id;
    }

    private static void Demand(LocalizedText text)
    {
        List<FieldProblem> problems = [];
        foreach (var (field, words) in new[] { ("TextZh", text.Zh), ("TextEn", text.En) })
            if (words.Length == 0)
                problems.Add(new FieldProblem(field, "required"));
            else if (words.Length > MaxLength)
                problems.Add(new FieldProblem(field, "too_long"));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }
}
