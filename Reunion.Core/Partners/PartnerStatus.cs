namespace Reunion.Core.Partners;

/// <summary>Whether a partner takes part.</summary>
public enum PartnerStatus
{
    /// <summary>Carries alerts.</summary>
    Active,

    /// <summary>Its key opens nothing and it is sent nothing new.</summary>
    Suspended,
}
