namespace Reunion.Core.Dispatch.Conformance;

/// <summary>How a step must be answered.</summary>
public enum StepExpectation
{
    /// <summary>Any 2xx.</summary>
    Accepted,

    /// <summary>A 4xx that says the message itself is refused: not 408 or 429, which ask to try again, nor 410, which ends all messages.</summary>
    Refused,

    /// <summary>Either of the two.</summary>
    AcceptedOrRefused,
}
