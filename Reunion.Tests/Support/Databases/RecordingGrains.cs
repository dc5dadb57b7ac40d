using System.Collections.Concurrent;
using System.Reflection;
using Reunion.Core.Alerts;

namespace Reunion.Tests.Support.Databases;

/// <summary>Stands in for the grains at the seam where a use case wakes an alert's clock, and remembers which were woken.</summary>
#pragma warning disable CA1852 // The proxy is a class derived from this one when the program runs.
internal class RecordingGrains : DispatchProxy
#pragma warning restore CA1852
{
    private readonly ConcurrentQueue<string> _woken = new();

    public static IGrainFactory Create(out IReadOnlyCollection<string> woken)
    {
        var factory = Create<IGrainFactory, RecordingGrains>();
        woken = ((RecordingGrains)(object)factory)._woken;
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.ReturnType != typeof(IAlertClock) || args is not [string key, ..])
            throw new NotSupportedException($"No stand-in for {targetMethod}.");
        return new Clock(() => _woken.Enqueue(key));
    }

    private sealed class Clock(Action wake) : IAlertClock
    {
        public Task WakeAsync()
        {
            wake();
            return Task.CompletedTask;
        }
    }
}
