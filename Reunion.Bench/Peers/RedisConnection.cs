using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reunion.Bench.Peers;

/// <summary>Speaks to Redis over a socket with as little work as can be: what is sent is given as bytes, ids are read where they lie.</summary>
internal sealed class RedisConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;

    public RedisConnection(int port) => _socket.Connect(IPAddress.Loopback, port);

    public void Dispose() => _socket.Dispose();

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[_socket.Send(bytes)..];
    }

    /// <summary>Sends a command of some words.</summary>
    public void Send(params string[] words) => Send(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"*{words.Length}\r\n") + string.Concat(words.Select(word => $"${word.Length}\r\n{word}\r\n"))));

    /// <summary>The answer to a command that answers with a number.</summary>
    public long ReadNumber() => ReadHeader((byte)':');

    /// <summary>The answer to a command that answers with a text.</summary>
    public string ReadText()
    {
        var text = new StringBuilder();
        for (var left = ReadHeader((byte)'$') + 2; left > 0;)
        {
            var part = Math.Min((int)left, _end - _start);
            text.Append(Encoding.ASCII.GetString(_buffer, _start, part));
            _start += part;
            left -= part;
            if (left > 0)
                Fill();
        }
        return text.ToString();
    }

    /// <summary>The ids of an answer that is a list of them: how many, and their sum, for which each is looked at.</summary>
    public (long Count, ulong Sum) ReadIds()
    {
        var count = ReadHeader((byte)'*');
        var sum = 0UL;
        for (var i = 0L; i < count; i++)
        {
            ReadHeader((byte)'$');
            sum += Line() is var line && Utf8Parser.TryParse(line, out ulong id, out var taken) && taken == line.Length
                ? id
                : throw new InvalidDataException("No id.");
        }
        return (count, sum);
    }

    private long ReadHeader(byte kind)
    {
        var line = Line();
        if (line.IsEmpty || line[0] != kind || !Utf8Parser.TryParse(line[1..], out long number, out _))
            throw new InvalidDataException("Redis answered: " + Encoding.ASCII.GetString(line));
        return number;
    }

    /// <summary>The next line without its end; valid until the next is read.</summary>
    private ReadOnlySpan<byte> Line()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 1)
            Fill();
        var line = _buffer.AsSpan(_start, length - 1);
        _start += length + 1;
        return line;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        var read = _socket.Receive(_buffer, _end, _buffer.Length - _end, SocketFlags.None);
        if (read == 0)
            throw new EndOfStreamException("Redis closed the connection.");
        _end += read;
    }
}
