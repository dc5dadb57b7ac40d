namespace Reunion.Core.Partners;

/// <summary>Whether a partner takes part.</summary>
public enum PartnerStatus
{
    /// <summary>Carries alerts.</summary>
    Active,

    /// <summary>Its key opens nothing and it is sent nothing new.</summary>
    Suspended,

    /// <summary>Gone for good, kept for the history: its keys are none any more, and it is sent only that alerts it carried are over.</summary>
    Removed,
}
