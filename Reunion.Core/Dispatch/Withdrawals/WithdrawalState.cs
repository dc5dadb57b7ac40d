namespace Reunion.Core.Dispatch.Withdrawals;

/// <summary>How a withdrawal stands.</summary>
public enum WithdrawalState
{
    /// <summary>Asked for, and there is time left.</summary>
    Waiting,

    /// <summary>The time is over and nothing was confirmed.</summary>
    Late,

    /// <summary>Confirmed in time.</summary>
    Confirmed,

    /// <summary>Confirmed, but after the time was over.</summary>
    ConfirmedLate,
}
