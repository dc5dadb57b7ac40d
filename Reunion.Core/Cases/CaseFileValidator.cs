using FluentValidation;

namespace Reunion.Core.Cases;

/// <summary>What must be true of a case file before it can be filed. Codes are stable; screens translate them.</summary>
public sealed class CaseFileValidator : AbstractValidator<CaseFile>
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Builds the rules.</summary>
    /// <param name="clock">Says what lies in the future.</param>
    public CaseFileValidator(TimeProvider clock)
    {
        Text(f => f.Name, 100).NotEmpty().WithErrorCode("required");
        RuleFor(f => f.Sex).NotNull().WithErrorCode("required");
        RuleFor(f => f.BirthDate).NotNull().WithErrorCode("required");
        RuleFor(f => f.BirthDate).Must(d => d is null || d <= Today(clock)).WithErrorCode("birth_date_in_future");
        RuleFor(f => f.BirthDate).Must(d => d is null || d > Today(clock).AddYears(-18)).WithErrorCode("not_a_minor");
        RuleFor(f => f.HeightCm).InclusiveBetween(30, 220).WithErrorCode("height_out_of_range");
        RuleFor(f => f.WeightKg).InclusiveBetween(1, 200).WithErrorCode("weight_out_of_range");
        Text(f => f.Features, 1000);
        Text(f => f.Clothing, 1000);
        RuleFor(f => f.Latitude).NotNull().WithErrorCode("place_on_map_required");
        RuleFor(f => f.Latitude).InclusiveBetween(-90, 90).WithErrorCode("latitude_out_of_range");
        RuleFor(f => f.Longitude).NotNull().WithErrorCode("place_on_map_required");
        RuleFor(f => f.Longitude).InclusiveBetween(-180, 180).WithErrorCode("longitude_out_of_range");
        Text(f => f.Place, 200).NotEmpty().WithErrorCode("required");
        RuleFor(f => f.LastSeenAtUtc).NotNull().WithErrorCode("required");
        RuleFor(f => f.LastSeenAtUtc).Must(t => NotInFuture(t, clock)).WithErrorCode("time_in_future");
        RuleFor(f => f.ReportedAtUtc).Must(t => NotInFuture(t, clock)).WithErrorCode("time_in_future");
        RuleFor(f => f.ReportedAtUtc).Must((f, t) => t is null || f.LastSeenAtUtc is null || t >= f.LastSeenAtUtc)
            .WithErrorCode("report_before_last_seen");
        Text(f => f.Circumstances, 4000);
        Text(f => f.Suspects, 2000);
        Text(f => f.Vehicles, 2000);
        Text(f => f.ContactUnit, 200).NotEmpty().WithErrorCode("required");
        Text(f => f.ContactPhone, 40).NotEmpty().WithErrorCode("required");
        RuleFor(f => f.ContactPhone).Matches(@"^[0-9+()\-\s]{3,40}$").WithErrorCode("phone_malformed");
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().AddHours(8).DateTime);

    private static bool NotInFuture(DateTimeOffset? time, TimeProvider clock) => time is null || time <= clock.GetUtcNow() + ClockSkew;

    private IRuleBuilderOptions<CaseFile, string> Text(System.Linq.Expressions.Expression<Func<CaseFile, string>> field, int longest) =>
        RuleFor(field).MaximumLength(longest).WithErrorCode("too_long");
}
