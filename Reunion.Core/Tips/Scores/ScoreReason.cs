namespace Reunion.Core.Tips.Scores;

/// <summary>What speaks for a tip or against it. Screens write each out in words.</summary>
public enum ScoreReason
{
    /// <summary>It came with photos; the value is how many.</summary>
    Photo,

    /// <summary>Its place lies in a circle; the value is the metres from where the child was last seen.</summary>
    InsideCircle,

    /// <summary>Its place lies outside every circle; the value is the metres from where the child was last seen.</summary>
    OutsideCircles,

    /// <summary>The child can have come there in time; the value is the speed that takes, in km/h.</summary>
    Reachable,

    /// <summary>Nobody gets there in time; the value is the speed that would take, in km/h.</summary>
    Unreachable,

    /// <summary>It was seen before the child went missing; the value is by how many hours.</summary>
    BeforeLastSeen,

    /// <summary>Other tips name the same place and time; the value is how many.</summary>
    Agreement,

    /// <summary>Others wrote the same words; the value is how many.</summary>
    SameWords,

    /// <summary>It is a partner's own record: a check-in, a ride, a ticket.</summary>
    PartnerSignal,

    /// <summary>Who sent it named the receipt of an earlier tip that was verified.</summary>
    EarlierTip,
}
