using System.Reflection;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Outbox;

namespace Reunion.Tests.Dispatch;

/// <summary>Stands in for the grains where the test itself does what they would wake up for.</summary>
#pragma warning disable CA1852 // The proxy is a class derived from this one when the program runs.
internal class SilentGrains : DispatchProxy
#pragma warning restore CA1852
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.ReturnType switch
    {
        { } type when type == typeof(IAlertClock) => new Sleeper(),
        { } type when type == typeof(IPartnerOutbox) => new Sleeper(),
        _ => throw new NotSupportedException($"No stand-in for {targetMethod}."),
    };

    private sealed class Sleeper : IAlertClock, IPartnerOutbox
    {
        Task IAlertClock.WakeAsync() => Task.CompletedTask;

        Task IPartnerOutbox.WakeAsync() => Task.CompletedTask;
    }
}
