namespace Reunion.Core.Geofencing;

/// <summary>A shape that cannot be swept. It is always an error: a bad shape never means everyone, and never no one.</summary>
public sealed class GeofenceException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="code">One of <see cref="GeofenceCodes"/>.</param>
    /// <param name="message">What is wrong, for a log.</param>
    public GeofenceException(string code, string message) : base(message) => Code = code;

    /// <summary>Why it was refused: one of <see cref="GeofenceCodes"/>.</summary>
    public string Code { get; }
}
