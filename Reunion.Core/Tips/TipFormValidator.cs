using FluentValidation;

namespace Reunion.Core.Tips;

/// <summary>What must be true of a tip. Codes are stable; pages translate them.</summary>
public sealed class TipFormValidator : AbstractValidator<TipForm>
{
    /// <summary>The most photos that are taken of a tip.</summary>
    public const int MaxPhotos = 4;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Builds the rules.</summary>
    /// <param name="clock">Says what lies in the future.</param>
    public TipFormValidator(TimeProvider clock)
    {
        RuleFor(t => t.Kind).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("kind_unknown");
        RuleFor(t => t.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode("required");
        RuleFor(t => t.Text).MaximumLength(4000).WithErrorCode("too_long");
        RuleFor(t => t.Place).MaximumLength(200).WithErrorCode("too_long");
        RuleFor(t => t.Contact).MaximumLength(200).WithErrorCode("too_long");
        RuleFor(t => t.IdempotencyKey).MaximumLength(120).WithErrorCode("too_long");
        RuleFor(t => t.SeenAtUtc).Must(at => at is null || at <= clock.GetUtcNow() + ClockSkew).WithErrorCode("time_in_future");
        RuleFor(t => t.Latitude).InclusiveBetween(-90, 90).WithErrorCode("latitude_out_of_range");
        RuleFor(t => t.Longitude).InclusiveBetween(-180, 180).WithErrorCode("longitude_out_of_range");
        RuleFor(t => t.Latitude).Must((t, latitude) => latitude.HasValue == t.Longitude.HasValue).WithErrorCode("place_incomplete");
    }
}
