using System.ComponentModel.DataAnnotations;

namespace Reunion.Core.Geofencing;

/// <summary>How the presence index behaves; bound from the section <c>Reunion:Presence</c>.</summary>
public sealed class PresenceOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Reunion:Presence";

    /// <summary>How long a position counts: one minute to seven days, 24 hours by default.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many cores a sweep may use; 0, the default, stands for all.</summary>
    public int SweepWorkers { get; set; }

    /// <summary>How often positions are saved to the data directory: ten seconds to a day, ten minutes by default; zero for never.</summary>
    public TimeSpan SnapshotInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Times are kept modulo 24 days, so a retention must stay far below that.
        if (Retention < TimeSpan.FromMinutes(1) || Retention > TimeSpan.FromDays(7))
            yield return new ValidationResult($"{Section}:{nameof(Retention)} must be one minute to seven days.", [nameof(Retention)]);
        if (SnapshotInterval != TimeSpan.Zero && (SnapshotInterval < TimeSpan.FromSeconds(10) || SnapshotInterval > TimeSpan.FromDays(1)))
            yield return new ValidationResult(
                $"{Section}:{nameof(SnapshotInterval)} must be ten seconds to a day, or zero.", [nameof(SnapshotInterval)]);
        if (SweepWorkers is < 0 or > 1024)
            yield return new ValidationResult($"{Section}:{nameof(SweepWorkers)} must be 0 to 1024.", [nameof(SweepWorkers)]);
    }
}
