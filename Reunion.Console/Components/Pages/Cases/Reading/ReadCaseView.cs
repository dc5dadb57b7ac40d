using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>Gathers what the page of a case shows.</summary>
public sealed class ReadCaseView(
    ReadCases cases, ReadAlerts alerts, ReadProgress progress, ReadReceipts receipts, ReadWithdrawals withdrawals, ReadTips tips)
{
    /// <summary>For a person who opens the page, which is kept in the audit.</summary>
    /// <exception cref="Core.Common.Problems.ProblemException"><c>not_found</c> or <c>forbidden</c>.</exception>
    public async Task<CaseView> OpenAsync(Actor actor, CaseId id) => await ViewAsync(actor, await cases.OpenAsync(actor, id));

    /// <summary>The same again, for a page that is open.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public async Task<CaseView> RefreshAsync(Actor actor, CaseId id) => await ViewAsync(actor, await cases.GetAsync(actor, id));

    private async Task<CaseView> ViewAsync(Actor actor, Case missing)
    {
        var timeline = await cases.TimelineAsync(actor, missing.Id);
        if (await alerts.FindByCaseAsync(missing.Id) is not { Alert: { } alert })
            return new CaseView(actor, missing, null, [], [], timeline, 0);
        var waiting = await tips.WaitingAsync(actor);
        return new CaseView(
            actor, missing, alert, await alerts.RingsAsync(alert.Id), await progress.OfAlertAsync(actor, alert.Id), timeline,
            waiting.GetValueOrDefault(alert.Id))
        {
            Tally = await receipts.OfAlertAsync(actor, alert.Id),
            Withdrawals = await withdrawals.OfAlertAsync(actor, alert.Id),
        };
    }
}
