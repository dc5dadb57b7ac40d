namespace Reunion.Core.Alerts;

/// <summary>What an alert is for; fixed when it is created.</summary>
public enum AlertMode
{
    /// <summary>A child is missing.</summary>
    Actual,

    /// <summary>A drill; reaches only the partners' exercise endpoints.</summary>
    Exercise,

    /// <summary>A technical test; reaches only the partners' exercise endpoints.</summary>
    Test,
}
