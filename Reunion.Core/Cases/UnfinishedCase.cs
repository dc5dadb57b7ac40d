using Reunion.Core.Common;

namespace Reunion.Core.Cases;

/// <summary>A half-filled form, one for each account, so that a reload or a dropped connection loses nothing.</summary>
public sealed class UnfinishedCase
{
    /// <summary>Whose form it is.</summary>
    public required string AccountId { get; init; }

    /// <summary>The id that the case will have.</summary>
    public required CaseId CaseId { get; set; }

    /// <summary>What was entered so far.</summary>
    public required CaseFile File { get; set; }

    /// <summary>The clean photo, when one was chosen.</summary>
    public byte[]? PhotoJpeg { get; set; }

    /// <summary>The photo's width in pixels.</summary>
    public int PhotoWidth { get; set; }

    /// <summary>The photo's height in pixels.</summary>
    public int PhotoHeight { get; set; }

    /// <summary>When it was last kept.</summary>
    public DateTimeOffset KeptAtUtc { get; set; }
}
