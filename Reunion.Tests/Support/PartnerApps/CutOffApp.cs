using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reunion.Tests.Support.PartnerApps;

/// <summary>A partner app that answers one request with a status and the beginning of a body, and hangs up.</summary>
/// <remarks>A bare socket, closed in order: a web server that aborts may take back what it wrote, before the other side has read it.</remarks>
internal sealed class CutOffApp : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public CutOffApp(int status, string beginning)
    {
        _listener.Start();
        Answered = AnswerAsync($"HTTP/1.1 {status} Status\r\nContent-Length: 1000\r\n\r\n{beginning}");
    }

    public string Endpoint => $"http://{_listener.LocalEndpoint}/alerts";

    /// <summary>Ends when the other side has hung up too.</summary>
    public Task Answered { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(string answer)
    {
        using var socket = await _listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await ReadAsync(socket);
        await socket.SendAsync(Encoding.ASCII.GetBytes(answer));
        socket.Shutdown(SocketShutdown.Send);
        while (await socket.ReceiveAsync(new byte[1024]) > 0)
        {
        }
    }

    // To the end: closing a socket with something unread would reset the connection.
    private static async Task ReadAsync(Socket socket)
    {
        var (request, buffer, whole) = (new List<byte>(), new byte[64 * 1024], int.MaxValue);
        while (request.Count < whole && await socket.ReceiveAsync(buffer) is > 0 and var read)
        {
            request.AddRange(buffer.AsSpan(0, read));
            var head = request.ToArray().AsSpan().IndexOf(HeadEnd);
            if (head < 0)
                continue;
            var length = Encoding.ASCII.GetString(request.ToArray(), 0, head).Split("\r\n")
                .Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            whole = head + HeadEnd.Length + int.Parse(length.AsSpan(length.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        }
    }
}
