using Microsoft.AspNetCore.Http.HttpResults;
using Reunion.Core.Common.Problems;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;

namespace Reunion.Console.Api.Partners;

/// <summary><c>/partner/v1/alerts/{alertId}/receipts</c> and <c>…/withdrawal</c>.</summary>
internal static class ReceiptEndpoints
{
    public static void MapReceipts(this IEndpointRouteBuilder partner)
    {
        partner.MapPost("/alerts/{alertId}/receipts", ReceiveAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Alerts").WithSummary("What came of a ring, in addition to earlier reports. The same receiptId again changes nothing. Refused is what cannot be: a ring that you were not sent, more opened than delivered. Delivered beyond the phones that you were sent is not counted.");
    }

    /// <summary>What a partner may say that is suspended by now: it showed the photo, too.</summary>
    public static void MapWithdrawal(this IEndpointRouteBuilder partner) =>
        partner.MapPost("/alerts/{alertId}/withdrawal", WithdrawAsync)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Alerts").WithSummary("Confirms, after the alert ended, that the photo is no longer shown. Also while you are suspended.");

    private static async Task<Accepted> ReceiveAsync(
        string alertId, ReceiptForm receipt, HttpContext context, PartnerAlerts alerts, RecordReceipt record, CancellationToken cancel)
    {
        var partner = context.Partner();
        await record.ExecuteAsync(partner.Id, await alerts.DemandAsync(partner, alertId, cancel), receipt, cancel);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Accepted> WithdrawAsync(
        string alertId, WithdrawalRequest withdrawal, HttpContext context, PartnerAlerts alerts, ConfirmWithdrawal confirm, CancellationToken cancel)
    {
        var partner = context.Partner();
        var alert = await alerts.DemandAsync(partner, alertId, cancel);
        if (!withdrawal.PhotoWithdrawn)
            throw new ProblemException([new FieldProblem("photoWithdrawn", "required")]);
        await confirm.ExecuteAsync(partner.Id, alert, cancel);
        return TypedResults.Accepted((string?)null);
    }
}
