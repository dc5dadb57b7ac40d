namespace Reunion.Core.Cases;

/// <summary>The child's sex as it is published.</summary>
public enum Sex
{
    /// <summary>A girl.</summary>
    Female,

    /// <summary>A boy.</summary>
    Male,
}
