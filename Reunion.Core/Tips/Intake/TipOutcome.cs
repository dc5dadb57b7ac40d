namespace Reunion.Core.Tips.Intake;

/// <summary>What is to be told about a tip once its group is committed.</summary>
/// <param name="Pending">The tip.</param>
/// <param name="Receipt">What its sender gets; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when it was not.</param>
internal sealed record TipOutcome(PendingTip Pending, TipReceipt? Receipt, Exception? Refusal)
{
    /// <summary>Whether a row was added, and not found from an earlier try.</summary>
    public bool IsNew => Receipt?.TipId == Pending.Tip.Id;
}
