using Microsoft.AspNetCore.Identity;
using Reunion.Core.Common.Problems;

namespace Reunion.Core.Accounts;

/// <summary>Turns Identity's refusals into problems with stable codes.</summary>
internal static class IdentityResults
{
    public static void Demand(this IdentityResult result)
    {
        if (!result.Succeeded)
            throw new ProblemException([.. result.Errors.Select(ToField).Distinct()]);
    }

    private static FieldProblem ToField(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => new("Email", "email_taken"),
        nameof(IdentityErrorDescriber.InvalidUserName) or nameof(IdentityErrorDescriber.InvalidEmail) => new("Email", "email_invalid"),
        nameof(IdentityErrorDescriber.PasswordTooShort) => new("Password", "password_too_short"),
        nameof(IdentityErrorDescriber.PasswordMismatch) => new("OldPassword", "password_wrong"),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => throw ProblemException.Changed(),
        _ => new("Password", "password_refused"),
    };
}
