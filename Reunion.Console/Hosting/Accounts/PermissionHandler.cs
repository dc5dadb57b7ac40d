using Microsoft.AspNetCore.Authorization;
using Reunion.Console.Hosting.Surfaces;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>Reads the account anew for each decision, so that revoking someone works on their next click.</summary>
/// <remarks>A console account means nothing on the other surfaces, although browsers send one host's cookies to every port.</remarks>
internal sealed class PermissionHandler(CurrentActor current) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.Resource is HttpContext request && !request.IsOn(Surface.Console))
            return;

        var account = await current.FindAsync(context.User);
        if (account is null)
            return;
        var isOpen = !account.PasswordIsInitial || IsForNewcomers(context.Resource);
        if (isOpen && (requirement.Permission is not { } permission || account.Actor.May(permission)))
            context.Succeed(requirement);
    }

    private static bool IsForNewcomers(object? resource) => resource switch
    {
        HttpContext request => request.GetEndpoint()?.Metadata.GetMetadata<OpenToNewcomersAttribute>() is not null,
        RouteData route => route.PageType.IsDefined(typeof(OpenToNewcomersAttribute), inherit: false),
        _ => false,
    };
}
