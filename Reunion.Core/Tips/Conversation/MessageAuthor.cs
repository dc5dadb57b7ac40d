namespace Reunion.Core.Tips.Conversation;

/// <summary>Who wrote a message about a tip.</summary>
public enum MessageAuthor
{
    /// <summary>Whoever holds the tip's receipt code.</summary>
    Tipster,

    /// <summary>A reviewer; the tipster is told no name.</summary>
    Reviewer,
}
