using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Reunion.Console.Hosting.Startup;

/// <summary>Says in a line what stopped a start, for what a person can put right; everything else keeps its stack trace.</summary>
internal static class StartProblem
{
    public static string? Explain(Exception exception) => exception switch
    {
        StartException e => e.Message,
        OptionsValidationException e => string.Join(Environment.NewLine, e.Failures),
        AggregateException { InnerExceptions: var all } when all.All(e => Explain(e) is not null) =>
            string.Join(Environment.NewLine, all.Select(Explain)),
        InvalidOperationException { InnerException: FormatException } e => e.Message,
        _ => null,
    };

    /// <summary>Whether the server could not have a port.</summary>
    public static bool IsBusyPort(Exception exception) =>
        exception is IOException { InnerException: AddressInUseException }
        || exception is SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable };
}
