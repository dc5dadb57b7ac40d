using Microsoft.AspNetCore.SignalR;

namespace Reunion.Console.Hosting.Accounts;

/// <summary>Tells the scope of each hub call who calls.</summary>
internal sealed class ActorHubFilter : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        invocationContext.ServiceProvider.GetRequiredService<CurrentActor>().Use(invocationContext.Context.User);
        return next(invocationContext);
    }
}
