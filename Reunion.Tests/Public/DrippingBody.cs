using System.Net.Sockets;
using System.Text;

namespace Reunion.Tests.Public;

/// <summary>A sender that promises a long body and then sends a byte now and then.</summary>
internal sealed class DrippingBody(Uri site, string path)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Drips until the other side has had enough.</summary>
    /// <returns>The beginning of what it said, empty when it just hung up.</returns>
    public async Task<string> RunAsync(CancellationToken cancel)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(site.Host, site.Port, cancel);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /{path} HTTP/1.1\r\nHost: {site.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\nkind="), cancel);
        var heard = ReadAsync(socket, cancel);
        while (!heard.IsCompleted)
        {
            try
            {
                await socket.SendAsync("a"u8.ToArray(), cancel);
            }
            catch (SocketException)
            {
                break;
            }

            await Task.WhenAny(heard, Task.Delay(Pause, cancel));
        }

        return await heard;
    }

    private static async Task<string> ReadAsync(Socket socket, CancellationToken cancel)
    {
        var answer = new byte[13];
        try
        {
            return Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer, cancel));
        }
        catch (SocketException)
        {
            return "";
        }
    }
}
