using Microsoft.Extensions.Options;

namespace Reunion.Core.Alerts.Night;

/// <summary>Stops a start with a night that could not be kept.</summary>
internal sealed class NightOptionsValidator : IValidateOptions<NightOptions>
{
    /// <summary>No ring is larger, see <see cref="Radius.RadiusSchedule"/>.</summary>
    internal const double LargestRadiusMetres = 5_000_000;

    public ValidateOptionsResult Validate(string? name, NightOptions options)
    {
        List<string> failures = [];
        if (options.FromRadiusMetres is not (>= 0 and <= LargestRadiusMetres))
            failures.Add($"{NightOptions.Section}:{nameof(NightOptions.FromRadiusMetres)} must be 0 to {LargestRadiusMetres:0}.");
        if (options.Start == options.End)
            failures.Add($"{NightOptions.Section}:{nameof(NightOptions.End)} must be another time than {nameof(NightOptions.Start)}.");
        if (options.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            failures.Add($"{NightOptions.Section}:{nameof(NightOptions.TimeZone)} must be a time zone that this machine knows, or empty.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
