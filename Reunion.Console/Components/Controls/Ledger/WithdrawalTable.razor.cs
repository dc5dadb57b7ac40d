using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;
using Reunion.Core.Dispatch.Withdrawals;

namespace Reunion.Console.Components.Controls.Ledger;

/// <summary>Lines of the withdrawal ledger, of an alert or of a partner.</summary>
public sealed partial class WithdrawalTable
{
    [Parameter, EditorRequired]
    public IReadOnlyList<WithdrawalLine> Lines { get; set; } = [];

    /// <summary>Whether the lines are of one partner, so that each names its alert.</summary>
    [Parameter]
    public bool OfPartner { get; set; }

    /// <summary>What can be done about a line.</summary>
    [Parameter]
    public RenderFragment<WithdrawalLine>? Act { get; set; }

    private string Reminders(WithdrawalLine line) => line.LastReminderAtUtc is not { } last ? L["NoReminders"]
        : L[line.IsGivenUp ? "NoMoreReminders" : "RemindersSent", line.Reminders, LocalTime.Short(last)];
}
