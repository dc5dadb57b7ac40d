using Microsoft.Extensions.Options;

namespace Reunion.Core.Tips.Retention;

/// <summary>Stops a start that would erase what is still needed, or keep it for ever.</summary>
internal sealed class TipRetentionOptionsValidator : IValidateOptions<TipRetentionOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public ValidateOptionsResult Validate(string? name, TipRetentionOptions options)
    {
        (string Key, TimeSpan Value)[] all =
        [
            (nameof(options.Originals), options.Originals), (nameof(options.Contacts), options.Contacts),
            (nameof(options.DismissedPhotos), options.DismissedPhotos),
        ];
        var failures = all.Where(o => o.Value < Shortest || o.Value > Longest)
            .Select(o => $"{TipRetentionOptions.Section}:{o.Key} must be 1 to 3650 days, for example 90.00:00:00.").ToList();
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
