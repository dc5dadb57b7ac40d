namespace Reunion.Core.Alerts;

/// <summary>What a revision of an alert changed; each but <see cref="Renewed"/> is a message to every partner that carries it.</summary>
public enum AlertChange
{
    /// <summary>The alert went out.</summary>
    Issued,

    /// <summary>A circle grew, or a new one was opened.</summary>
    Expanded,

    /// <summary>Texts or facts changed.</summary>
    Updated,

    /// <summary>Nothing more is sent until it is resumed.</summary>
    Paused,

    /// <summary>It goes on.</summary>
    Resumed,

    /// <summary>It is over.</summary>
    Ended,

    /// <summary>Nothing but the document for broadcasters, which would have expired; partners are not told.</summary>
    Renewed,
}
