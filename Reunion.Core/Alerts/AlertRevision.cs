using Reunion.Core.Common;

namespace Reunion.Core.Alerts;

/// <summary>One thing that everybody is to be told of an alert. The row is what makes sure that they are.</summary>
public sealed class AlertRevision
{
    /// <summary>The alert.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The revision's number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What changed.</summary>
    public required AlertChange Change { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AtUtc { get; init; }

    /// <summary>When its messages to partners were committed; null until then.</summary>
    public DateTimeOffset? DispatchedAtUtc { get; set; }
}
