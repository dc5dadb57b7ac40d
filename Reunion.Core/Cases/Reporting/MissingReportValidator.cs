using FluentValidation;

namespace Reunion.Core.Cases.Reporting;

/// <summary>What must be true of a report beside what must be true of a case file. Codes are stable; pages translate them.</summary>
public sealed class MissingReportValidator : AbstractValidator<MissingReport>
{
    /// <summary>Builds the rules.</summary>
    public MissingReportValidator()
    {
        RuleFor(r => r.ReporterName).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(r => r.ReporterPhone).NotEmpty().WithErrorCode("required");
        RuleFor(r => r.ReporterPhone).Matches(@"^[0-9+()\-\s]{3,40}$").When(r => r.ReporterPhone.Length > 0).WithErrorCode("phone_malformed");
    }
}
