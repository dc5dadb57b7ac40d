using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Receipts;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>How far the alert has come with each partner; after the end, who has taken the photo down.</summary>
public sealed partial class ProgressTable
{
    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    private bool IsOver => View.Alert is { Status: AlertStatus.Ended };

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string State(PartnerProgress partner) => partner switch
    {
        { PhotoWithdrawn: true } => L["PhotoDown"],
        { LastResult: { } failure } => L["Failing", partner.Pending, failure],
        { Pending: > 0 } => L["PendingMessages", partner.Pending],
        { ToldEnded: true } => L["PhotoAsked"],
        _ => L["UpToDate"],
    };
}
