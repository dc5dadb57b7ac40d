using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.People;

namespace Reunion.Core.Audit;

/// <summary>Writes audit entries into the unit of work that does the act, so that neither exists without the other.</summary>
/// <param name="clock">Gives the time of the act.</param>
/// <remarks>Thread-safe; the context it is given is not.</remarks>
public sealed class AuditTrail(TimeProvider clock)
{
    /// <summary>Adds an act of a person; saved with the caller's next save.</summary>
    /// <param name="db">The unit of work of the act.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="action">What is done.</param>
    /// <param name="subject">The id of what it is done to.</param>
    /// <param name="ofCase">The case it belongs to, if any.</param>
    /// <param name="detail">A number or short word for the sentence; no personal data.</param>
    public void Add(DbContext db, Actor actor, AuditAction action, string subject, CaseId? ofCase = null, string detail = "") =>
        Add(db, actor.AccountId, actor.Name, action, subject, ofCase, detail);

    /// <summary>Adds an act of the system itself, such as the clock's.</summary>
    /// <inheritdoc cref="Add(DbContext, Actor, AuditAction, string, CaseId?, string)"/>
    public void AddSystem(DbContext db, AuditAction action, string subject, CaseId? ofCase = null, string detail = "") =>
        Add(db, "system", "", action, subject, ofCase, detail);

    private void Add(DbContext db, string actorId, string actorName, AuditAction action, string subject, CaseId? ofCase, string detail) =>
        db.Add(new AuditEntry
        {
            AtUtc = clock.GetUtcNow(),
            ActorId = actorId,
            ActorName = actorName,
            Action = action,
            Subject = subject,
            Case = ofCase,
            Detail = detail,
        });
}
