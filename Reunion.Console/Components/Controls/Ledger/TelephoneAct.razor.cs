using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Withdrawals;

namespace Reunion.Console.Components.Controls.Ledger;

/// <summary>Records that a partner said on the telephone that a photo is down, after asking once.</summary>
public sealed partial class TelephoneAct
{
    private bool _isAsking;
    private bool _may;

    [Parameter, EditorRequired]
    public WithdrawalLine Line { get; set; } = null!;

    [Inject]
    private ConfirmWithdrawal Confirm { get; set; } = null!;

    private bool IsOpen => _may && Line.ConfirmedAtUtc is null;

    protected override async Task OnInitializedAsync() => await TryAsync(actor =>
    {
        _may = ConfirmWithdrawal.MayRecord(actor);
        return Task.CompletedTask;
    });

    // The line comes back confirmed with the event that the act publishes.
    private async Task RecordAsync()
    {
        if (await TryAsync(actor => Confirm.ByTelephoneAsync(actor, Line.Partner, Line.Alert)))
            _isAsking = false;
    }
}
