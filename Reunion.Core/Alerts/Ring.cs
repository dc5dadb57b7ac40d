using Reunion.Core.Common;

namespace Reunion.Core.Alerts;

/// <summary>What one growth of a circle added, as it was sent: the annulus between the old radius and the new.</summary>
public sealed class Ring
{
    /// <summary>The circle that grew.</summary>
    public required CircleId CircleId { get; init; }

    /// <summary>The ring's number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The alert the circle belongs to.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The radius before, in metres; 0 for the first ring.</summary>
    public required double InnerRadiusMetres { get; init; }

    /// <summary>The radius after, in metres.</summary>
    public required double OuterRadiusMetres { get; init; }

    /// <summary>When the schedule wanted it.</summary>
    public required DateTimeOffset DueAtUtc { get; init; }

    /// <summary>When its batches were committed.</summary>
    public required DateTimeOffset SentAtUtc { get; init; }

    /// <summary>Phones found in it when it was swept; arrivals come on top.</summary>
    public required long Phones { get; init; }

    /// <summary>Whether its phones were told without a sound: it lies far away, and it was night there.</summary>
    public bool IsSilent { get; init; }
}
