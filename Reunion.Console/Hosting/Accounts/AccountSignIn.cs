using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>Identity's sign-in, closed to disabled accounts.</summary>
internal sealed class AccountSignIn(
    UserManager<Account> people, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation)
    : SignInManager<Account>(people, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user) =>
        user.DisabledAtUtc is null && await base.CanSignInAsync(user);
}
