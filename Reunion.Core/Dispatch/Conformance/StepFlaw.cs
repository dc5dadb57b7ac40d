namespace Reunion.Core.Dispatch.Conformance;

/// <summary>What is deliberately wrong, or unusual, about a step's message.</summary>
public enum StepFlaw
{
    /// <summary>Nothing: as every message.</summary>
    None,

    /// <summary>Signed with a secret that is not the partner's.</summary>
    WrongSecret,

    /// <summary>A space was added behind the JSON after signing: the same JSON, other bytes.</summary>
    ChangedBody,

    /// <summary>Rightly signed with a time of ten minutes ago, as somebody who replays a message would send it.</summary>
    OldTimestamp,

    /// <summary>Nothing wrong: two signatures, only the second by the partner's secret, as in the middle of a rotation.</summary>
    SecondSignature,
}
