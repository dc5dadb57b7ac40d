using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;
using Reunion.Core.Dispatch.Withdrawals;

namespace Reunion.Console.Components.Controls.Ledger;

/// <summary>How a withdrawal stands, as time goes by.</summary>
public sealed partial class WithdrawalMark
{
    [Parameter, EditorRequired]
    public WithdrawalLine Line { get; set; } = null!;

    private WithdrawalState State => Line.StateAt(NowUtc);

    private string Tone => State switch
    {
        WithdrawalState.Late => "is-gone",
        WithdrawalState.Waiting => "is-drill",
        WithdrawalState.ConfirmedLate => "is-bad",
        _ => "is-found",
    };

    private string Words => State switch
    {
        WithdrawalState.Confirmed => L["StateConfirmed", LocalTime.Short(Line.ConfirmedAtUtc!.Value)],
        WithdrawalState.ConfirmedLate => L["StateConfirmedLate", LocalTime.Short(Line.ConfirmedAtUtc!.Value), Span(Line.ConfirmedAtUtc.Value - Line.DueAtUtc)],
        WithdrawalState.Waiting => L[Line.ToldAtUtc is null ? "StateWaitingUntold" : "StateWaiting", Span(Line.DueAtUtc - NowUtc)],
        _ => L[Line.ToldAtUtc is null ? "StateLateUntold" : "StateLate", Span(NowUtc - Line.DueAtUtc)],
    };

    // Begun minutes count whole, so that nothing is ever "0 min late".
    private string Span(TimeSpan span)
    {
        var minutes = (long)Math.Ceiling(span.TotalMinutes);
        return minutes switch
        {
            < 60 => L["SpanMinutes", minutes],
            < 48 * 60 => L["SpanHours", minutes / 60, minutes % 60],
            _ => L["SpanDays", minutes / 1440, minutes % 1440 / 60],
        };
    }
}
