using System.Buffers.Binary;
using System.Text;

namespace Reunion.Bench.Screens;

/// <summary>Reads as much of MessagePack as a circuit's messages need.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    public int ReadArray()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            >= 0x90 and <= 0x9F => kind & 0x0F,
            0xDC => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xDD => (int)BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            _ => throw Unexpected(kind),
        };
    }

    public long ReadInteger()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            <= 0x7F => kind,
            >= 0xE0 => (sbyte)kind,
            0xCC => Take(1)[0],
            0xCD => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xCE => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xCF or 0xD3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xD0 => (sbyte)Take(1)[0],
            0xD1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xD2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw Unexpected(kind),
        };
    }

    /// <summary>A text; null for nil.</summary>
    public string? ReadText() => _left[0] == 0xC0 ? Nil() : Encoding.UTF8.GetString(ReadBlock());

    /// <summary>Passes over one value, whatever it is.</summary>
    public void Skip()
    {
        var kind = _left[0];
        switch (kind)
        {
            case <= 0x7F or >= 0xE0 or (>= 0xCC and <= 0xD3):
                ReadInteger();
                break;
            case >= 0x80 and <= 0x8F:
                Take(1);
                for (var i = 0; i < (kind & 0x0F) * 2; i++)
                    Skip();
                break;
            case (>= 0x90 and <= 0x9F) or 0xDC or 0xDD:
                for (var left = ReadArray(); left > 0; left--)
                    Skip();
                break;
            case 0xC0 or 0xC2 or 0xC3:
                Take(1);
                break;
            case 0xCB:
                Take(9);
                break;
            default:
                ReadBlock();
                break;
        }
    }

    private ReadOnlySpan<byte> ReadBlock()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            >= 0xA0 and <= 0xBF => Take(kind & 0x1F),
            0xC4 or 0xD9 => Take(Take(1)[0]),
            0xC5 or 0xDA => Take(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
            0xC6 or 0xDB => Take((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4))),
            _ => throw Unexpected(kind),
        };
    }

    private string? Nil()
    {
        Take(1);
        return null;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }

    private static InvalidDataException Unexpected(byte kind) => new($"Unexpected kind of value {kind:x2}.");
}
