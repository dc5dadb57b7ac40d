using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Reunion.Core.Accounts;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>Who is asking, in a page, an endpoint or a hub: read anew from the accounts on every call.</summary>
public sealed class CurrentActor(
    ReadAccount accounts, IHttpContextAccessor requests, IServiceProvider services, IOptions<IdentityOptions> identity)
{
    private Func<Task<ClaimsPrincipal?>>? _user;

    /// <summary>The person with the roles held now.</summary>
    /// <exception cref="ProblemException"><c>forbidden</c>: nobody is signed in, or no longer.</exception>
    public async Task<Actor> GetAsync(CancellationToken cancel = default)
    {
        var user = _user is null ? requests.HttpContext?.User : await _user();
        return await FindAsync(user, cancel) is { PasswordIsInitial: false } account ? account.Actor : throw ProblemException.Forbidden();
    }

    /// <summary>The account behind a sign-in; null when there is none, or when it has been revoked.</summary>
    internal async Task<SignedInAccount?> FindAsync(ClaimsPrincipal? user, CancellationToken cancel = default)
    {
        var claims = identity.Value.ClaimsIdentity;
        return user?.FindFirstValue(claims.UserIdClaimType) is { } id
            ? await accounts.FindAsync(id, user.FindFirstValue(claims.SecurityStampClaimType), cancel)
            : null;
    }

    /// <summary>In a hub: the connection's user.</summary>
    internal void Use(ClaimsPrincipal? user) => _user = () => Task.FromResult(user);

    /// <summary>In a circuit: the user that the page was opened by; there is no request to ask.</summary>
    internal void UseCircuit() => _user = async () =>
        (await services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync()).User;
}
