using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Hosting.Startup;

/// <summary>Says in a line what stopped a start, for what a person can put right; everything else keeps its stack trace.</summary>
internal static class StartProblem
{
    public static string? Explain(Exception exception, IEnumerable<SurfaceListener> listeners) => exception switch
    {
        StartException e => e.Message,
        OptionsValidationException e => string.Join(Environment.NewLine, e.Failures),
        // The binder's own message names the key and the value.
        InvalidOperationException e when e.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => e.Message,
        IOException { InnerException: AddressInUseException } e => BusyPort(e.Message, listeners),
        AggregateException { InnerExceptions: [var only] } => Explain(only, listeners),
        _ => null,
    };

    private static string BusyPort(string message, IEnumerable<SurfaceListener> listeners)
    {
        var listener = listeners.FirstOrDefault(l => message.Contains($":{l.ConfiguredPort}:", StringComparison.Ordinal));
        return listener is null ? message : $"{listener.Key}: another program is using port {listener.ConfiguredPort}.";
    }
}
