using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Reunion.Bench.Tips;

/// <summary>One kept HTTP/1.1 connection that costs next to nothing: the sender runs on the cores of what is measured.</summary>
internal sealed class RawConnection(Uri address) : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[64 * 1024];

    public Task ConnectAsync() => _socket.ConnectAsync(address.Host, address.Port);

    /// <summary>Sends a whole request and reads the whole answer.</summary>
    /// <returns>The answer as text, from its first line on.</returns>
    public async ValueTask<string> SendAsync(params IReadOnlyList<ReadOnlyMemory<byte>> request)
    {
        foreach (var part in request)
            for (var left = part; left.Length > 0;)
                left = left[await _socket.SendAsync(left)..];
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            if (read == 0)
                throw new InvalidOperationException("The program hung up.");
            length += read;
        }
        while (!IsWhole(_answer.AsSpan(0, length)));
        return Encoding.UTF8.GetString(_answer, 0, length);
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var field = answer[..head].IndexOf("Content-Length: "u8);
        if (field < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var value = answer[(field + 16)..head];
        var end = value.IndexOf((byte)'\r');
        return answer.Length >= head + 4 + int.Parse(value[..(end < 0 ? value.Length : end)], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
