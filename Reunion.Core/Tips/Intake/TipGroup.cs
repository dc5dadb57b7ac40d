using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;

namespace Reunion.Core.Tips.Intake;

/// <summary>Stores a group of tips in one transaction. What it finds out is told to nobody before the commit.</summary>
internal sealed class TipGroup(ReunionDbContext db, AuditTrail audit, IReadOnlyList<PendingTip> group)
{
    private readonly List<TipOutcome> _outcomes = new(group.Count);
    private Dictionary<string, TipReceipt> _receipts = [];
    private Dictionary<AlertId, (AlertStatus Status, CaseId Case)> _alerts = [];

    /// <summary>Stores the group.</summary>
    /// <returns>One outcome for each tip, in their order.</returns>
    /// <exception cref="DbUpdateException">The database did not take it; nothing of it is stored.</exception>
    public async Task<IReadOnlyList<TipOutcome>> CommitAsync()
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await ReadAsync();
        var accepted = group.Where(IsAccepted).ToList();
        await new TipRepeats(db).MarkAsync(accepted);
        foreach (var tip in accepted.Select(p => p.Tip))
        {
            db.Add(tip);
            audit.AddSystem(db, AuditAction.TipReceived, tip.Id.ToString(), _alerts[tip.AlertId].Case, tip.Kind.ToString());
        }

        await db.InsertAddedAsync();
        await transaction.CommitAsync();
        return _outcomes;
    }

    private async Task ReadAsync()
    {
        var alerts = group.Select(p => p.Tip.AlertId).Distinct().ToList();
        _alerts = await db.Set<Alert>().AsNoTracking().Where(a => alerts.Contains(a.Id))
            .Select(a => new { a.Id, a.Status, a.CaseId }).ToDictionaryAsync(a => a.Id, a => (a.Status, a.CaseId));
        var keys = group.Select(p => p.Tip.IdempotencyKey).OfType<string>().Distinct().ToList();
        // As one parameter: a group of any size is the same statement.
        _receipts = keys.Count == 0 ? [] : await db.Set<Tip>().AsNoTracking().Where(t => EF.Parameter(keys).Contains(t.IdempotencyKey!))
            .Select(t => new { t.IdempotencyKey, t.Id, t.ReceiptCode, t.RefusedPhotos })
            .ToDictionaryAsync(t => t.IdempotencyKey!, t => new TipReceipt(t.Id, t.ReceiptCode, t.RefusedPhotos));
    }

    // A key that is known answers for itself, also after the alert ended and when both came in one group.
    private bool IsAccepted(PendingTip pending)
    {
        var tip = pending.Tip;
        if (tip.IdempotencyKey is { } key && _receipts.TryGetValue(key, out var earlier))
            _outcomes.Add(new TipOutcome(pending, earlier, null));
        else if (!_alerts.TryGetValue(tip.AlertId, out var alert))
            _outcomes.Add(new TipOutcome(pending, null, ProblemException.NotFound("alert")));
        else if (alert.Status == AlertStatus.Ended)
            _outcomes.Add(new TipOutcome(pending, null, AlertProblems.Ended()));
        else
        {
            var receipt = new TipReceipt(tip.Id, tip.ReceiptCode, tip.RefusedPhotos);
            if (tip.IdempotencyKey is not null)
                _receipts.Add(tip.IdempotencyKey, receipt);
            _outcomes.Add(new TipOutcome(pending, receipt, null));
            return true;
        }

        return false;
    }
}
