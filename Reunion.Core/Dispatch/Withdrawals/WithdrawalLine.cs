using Reunion.Core.Alerts;
using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>One line of the withdrawal ledger.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Code">Its code.</param>
/// <param name="Mode">What it was for.</param>
/// <param name="Partner">The partner.</param>
/// <param name="PartnerName">Its name.</param>
/// <param name="AskedAtUtc">When it was asked.</param>
/// <param name="ToldAtUtc">When it took the message; null while it has not.</param>
/// <param name="DueAtUtc">Until when the photo must be down.</param>
/// <param name="ConfirmedAtUtc">When it confirmed; null until then.</param>
/// <param name="ConfirmedByName">Who took its word on the telephone; null when it said so itself, or not yet.</param>
/// <param name="Reminders">How many reminders it was sent.</param>
/// <param name="LastReminderAtUtc">When it was sent the last of them.</param>
/// <param name="IsGivenUp">Not confirmed, and no further reminder will go out: a person has to call.</param>
public sealed record WithdrawalLine(
    AlertId Alert, string Code, AlertMode Mode, PartnerId Partner, string PartnerName, DateTimeOffset AskedAtUtc, DateTimeOffset? ToldAtUtc,
    DateTimeOffset DueAtUtc, DateTimeOffset? ConfirmedAtUtc, string? ConfirmedByName, int Reminders, DateTimeOffset? LastReminderAtUtc, bool IsGivenUp)
{
    /// <summary>How it stands at an instant.</summary>
    /// <param name="now">The instant.</param>
    public WithdrawalState StateAt(DateTimeOffset now) => ConfirmedAtUtc is { } confirmed
        ? confirmed <= DueAtUtc ? WithdrawalState.Confirmed : WithdrawalState.ConfirmedLate
        : now <= DueAtUtc ? WithdrawalState.Waiting : WithdrawalState.Late;
}
