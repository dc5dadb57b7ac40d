using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;

namespace Reunion.Core.Dispatch.Conformance;

/// <summary>The script of the session.</summary>
public static class ConformanceSteps
{
    /// <summary>The steps for a partner in their order: what it did not choose (recipients, their binary form) is left out.</summary>
    /// <param name="targeting">How the partner finds phones.</param>
    /// <param name="format">How it wants recipients.</param>
    public static IReadOnlyList<ConformanceStep> For(Targeting targeting, RecipientFormat format)
    {
        var getsRecipients = targeting.HasFlag(Targeting.Devices);
        List<ConformanceStep> steps =
        [
            new("ping", MessageType.PartnerPing, 0),
            new("good_signature", MessageType.AlertIssued, 1),
            new("same_id_again", MessageType.AlertIssued, 1, IsRepeat: true),
            new("wrong_secret", MessageType.AlertUpdated, 2, StepFlaw.WrongSecret, StepExpectation.Refused),
            new("changed_body", MessageType.AlertUpdated, 2, StepFlaw.ChangedBody, StepExpectation.Refused),
            new("old_timestamp", MessageType.AlertUpdated, 2, StepFlaw.OldTimestamp, StepExpectation.Refused),
            new("second_signature", MessageType.AlertUpdated, 2, StepFlaw.SecondSignature),
            new("expanded", MessageType.AlertExpanded, 3),
        ];
        if (getsRecipients)
            steps.Add(new(format == RecipientFormat.Binary ? "recipients_binary" : "recipients_json", MessageType.AlertRecipients, 1));
        steps.Add(new("ended", MessageType.AlertEnded, 4));
        steps.Add(getsRecipients
            ? new("late_batch", MessageType.AlertRecipients, 2, Expects: StepExpectation.AcceptedOrRefused)
            : new("late_message", MessageType.AlertExpanded, 3, Expects: StepExpectation.AcceptedOrRefused));
        return steps;
    }
}
