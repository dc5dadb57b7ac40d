using Reunion.Core.Common;

namespace Reunion.Core.Tips.Conversation;

/// <summary>One message between who sent a tip and the reviewers. Never changed.</summary>
public sealed class TipMessage
{
    /// <summary>Identifies the message.</summary>
    public required TipMessageId Id { get; init; }

    /// <summary>The tip it is about.</summary>
    public required TipId TipId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required MessageAuthor Author { get; init; }

    /// <summary>The reviewer's name, for colleagues only; empty for the tipster's.</summary>
    public string AuthorName { get; init; } = "";

    /// <summary>What was written, 1 to 2,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>When it was committed.</summary>
    public required DateTimeOffset AtUtc { get; init; }

    /// <summary>The sender's name for this one message: the same again is the same message.</summary>
    public string? IdempotencyKey { get; init; }
}
