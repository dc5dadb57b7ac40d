using FluentValidation;

namespace Reunion.Core.Accounts;

/// <summary>Checks what is entered about a person; codes are translated by screens.</summary>
public sealed class PersonInputValidator : AbstractValidator<PersonInput>
{
    /// <summary>Builds the rules.</summary>
    public PersonInputValidator()
    {
        RuleFor(p => p.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("required")
            .MaximumLength(254).WithErrorCode("too_long")
            .EmailAddress().WithErrorCode("email_invalid")
            .Must(e => e.All(c => c is > ' ' and < '\u007f')).WithErrorCode("email_invalid");
        RuleFor(p => p.Name).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(p => p.UnitCode).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("required").Matches("^[0-9]{2,20}$").WithErrorCode("unit_code_invalid");
        RuleFor(p => p.UnitName).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("too_long");
        RuleFor(p => p.Roles).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("required")
            .Must(roles => roles.All(Common.People.Roles.All.Contains)).WithErrorCode("role_unknown");
    }
}
