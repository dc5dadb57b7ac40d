using Reunion.Core.Common;
using Reunion.Core.Common.Text;

namespace Reunion.Core.Alerts.Clarifications;

/// <summary>What the police make clear in public: a rumour that is wrong, a picture that is of somebody else. Never changed.</summary>
public sealed class Clarification
{
    /// <summary>Identifies it.</summary>
    public required ClarificationId Id { get; init; }

    /// <summary>The alert it is about, if any.</summary>
    public AlertId? AlertId { get; init; }

    /// <summary>What is said, 1 to 500 characters in each language.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset PublishedAtUtc { get; init; }

    /// <summary>The name of who published it, for colleagues only.</summary>
    public required string PublishedByName { get; init; }

    /// <summary>When the messages to partners were committed; null until then.</summary>
    public DateTimeOffset? DispatchedAtUtc { get; set; }
}
