using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>Everything that the page of a case shows, and what its reader may do.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Case">The case.</param>
/// <param name="Alert">Its newest alert.</param>
/// <param name="Rings">The rings that were sent.</param>
/// <param name="Progress">How far the alert has come with each partner.</param>
/// <param name="Timeline">What was done, oldest first.</param>
/// <param name="NewTips">Tips that nobody has looked at.</param>
public sealed record CaseView(
    Actor Reader, Case Case, Alert? Alert, IReadOnlyList<Ring> Rings, IReadOnlyList<PartnerProgress> Progress,
    IReadOnlyList<AuditEntry> Timeline, int NewTips)
{
    /// <summary>What came of the alert, ring by ring; null without an alert.</summary>
    public AlertTally? Tally { get; init; }

    /// <summary>Which partners confirmed that the photo is down; empty before the alert ended.</summary>
    public IReadOnlyList<WithdrawalLine> Withdrawals { get; init; } = [];

    public bool IsDrill => Alert is { Mode: not AlertMode.Actual };

    public bool IsOwn => Reader.May(Permission.RunCases) && Case.UnitCode == Reader.UnitCode;

    public bool MayIssue => IsOwn && Case.Status == CaseStatus.Draft;

    public bool MayClose => IsOwn && Case.Status != CaseStatus.Closed;

    public bool MayControl => Reader.May(Permission.ControlAlerts) && Case.Status == CaseStatus.Active && Alert is { Status: not AlertStatus.Ended };

    public bool SeesTips => Reader.May(Permission.ReviewTips);

    public int Tips => Timeline.Count(e => e.Action == AuditAction.TipReceived);

    public long Phones => Progress.Sum(p => p.Sent + p.Waiting);
}
