namespace Reunion.Core.Dispatch.Conformance;

/// <summary>One message of the scripted session and how it must be answered.</summary>
/// <param name="Code">The step's stable name in snake case; screens translate it.</param>
/// <param name="Message">The message's type.</param>
/// <param name="Number">The revision that the alert object has, or the number of the batch; from 1, 0 for a ping.</param>
/// <param name="Flaw">What is wrong about it.</param>
/// <param name="Expects">How it must be answered.</param>
/// <param name="IsRepeat">Whether it is the message of the step before once more: same id, same bytes, a time of its own.</param>
public sealed record ConformanceStep(
    string Code, string Message, int Number, StepFlaw Flaw = StepFlaw.None,
    StepExpectation Expects = StepExpectation.Accepted, bool IsRepeat = false)
{
    /// <summary>Whether an answer is as it must be.</summary>
    /// <param name="status">The HTTP status, or null when no answer came.</param>
    public bool IsMetBy(int? status)
    {
        var isAccepted = status is >= 200 and <= 299;
        var isRefused = status is >= 400 and <= 499 and not (408 or 410 or 429);
        return Expects switch
        {
            StepExpectation.Accepted => isAccepted,
            StepExpectation.Refused => isRefused,
            _ => isAccepted || isRefused,
        };
    }
}
