using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Reunion.Bench.Screens;

/// <summary>Writes a circuit's messages: SignalR invocations in MessagePack, each behind its length.</summary>
internal static class HubMessages
{
    /// <summary>What is said first.</summary>
    public static readonly byte[] Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();

    /// <summary>A call of a hub's method.</summary>
    /// <param name="call">Identifies the answer; null for none.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="values">Texts, integers, truth values or null.</param>
    public static byte[] Invocation(string? call, string method, params object?[] values)
    {
        var body = new ArrayBufferWriter<byte>();
        body.Write<byte>([0x96, 1, 0x80]);
        Write(body, call);
        Write(body, method);
        body.Write<byte>([0xDC, 0, (byte)values.Length]);
        foreach (var value in values)
            Write(body, value);
        body.Write<byte>([0x90]);
        return [.. Length(body.WrittenCount), .. body.WrittenSpan];
    }

    private static void Write(ArrayBufferWriter<byte> body, object? value)
    {
        var head = new byte[9];
        switch (value)
        {
            case null:
                body.Write<byte>([0xC0]);
                break;
            case bool truth:
                body.Write<byte>([truth ? (byte)0xC3 : (byte)0xC2]);
                break;
            case long number:
                head[0] = 0xD3;
                BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), number);
                body.Write<byte>(head);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                head[0] = 0xDB;
                BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), bytes.Length);
                body.Write<byte>(head.AsSpan(0, 5));
                body.Write<byte>(bytes);
                break;
            default:
                throw new ArgumentException($"Cannot write {value}.", nameof(value));
        }
    }

    // Seven bits a byte, the lowest first.
    private static IEnumerable<byte> Length(int length)
    {
        for (; length > 0x7F; length >>= 7)
            yield return (byte)(length | 0x80);
        yield return (byte)length;
    }
}
