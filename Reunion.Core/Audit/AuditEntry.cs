using Reunion.Core.Common;

namespace Reunion.Core.Audit;

/// <summary>One act of a person or of the clock, kept for good. Written in the transaction of the act itself.</summary>
public sealed class AuditEntry
{
    /// <summary>The order of entries, from 1.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset AtUtc { get; init; }

    /// <summary>Who did it: an account's id, or <c>system</c>.</summary>
    public required string ActorId { get; init; }

    /// <summary>The name of who did it, as it was then.</summary>
    public required string ActorName { get; init; }

    /// <summary>What was done, one of <see cref="AuditAction"/>.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The case it belongs to, if any: a case's timeline is made of these.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The id of what it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>A number or short word that screens put into the sentence: a radius in metres, an outcome. No personal data.</summary>
    public string Detail { get; init; } = "";
}
