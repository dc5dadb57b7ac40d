using System.Buffers.Binary;
using System.Text;

namespace Reunion.Tests.Support.Photos;

/// <summary>Writes what a camera notes in a photo: a TIFF structure with a time and a place.</summary>
internal sealed class ExifNotes
{
    private const int HeaderBytes = 8;

    public string? TakenAt { get; init; }

    public string? Offset { get; init; }

    /// <summary>Degrees, minutes, seconds.</summary>
    public (uint Degrees, uint Minutes, uint Seconds)? North { get; init; }

    public (uint Degrees, uint Minutes, uint Seconds)? East { get; init; }

    public bool IsSouthWest { get; init; }

    public string? GpsDate { get; init; }

    /// <summary>The structure, little endian.</summary>
    public byte[] ToTiff()
    {
        var (first, sub, gps) = (new List<Entry>(), SubEntries(), GpsEntries());
        first.Add(new(0x8769, 4, 1, null));
        first.Add(new(0x8825, 4, 1, null));
        var subAt = HeaderBytes + Size(first);
        var gpsAt = subAt + Size(sub);
        first[0] = first[0] with { Value = Long((uint)subAt) };
        first[1] = first[1] with { Value = Long((uint)gpsAt) };
        return [.. "II*\0"u8, .. Long(HeaderBytes), .. Directory(first, HeaderBytes), .. Directory(sub, subAt), .. Directory(gps, gpsAt)];
    }

    /// <summary>The structure in a JPEG.</summary>
    public static byte[] InJpeg(byte[] jpeg, byte[] tiff) => Segment(jpeg, 0xE1, [.. "Exif\0\0"u8, .. tiff]);

    /// <summary>A segment before everything else in a JPEG.</summary>
    public static byte[] Segment(byte[] jpeg, byte marker, byte[] data) =>
        [jpeg[0], jpeg[1], 0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data, .. jpeg[2..]];

    /// <summary>A chunk behind the header of a PNG.</summary>
    public static byte[] Chunk(byte[] png, string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. png[..33], .. BigEndian((uint)data.Length), .. named, .. BigEndian(TestPhotos.Crc(named)), .. png[33..]];
    }

    /// <summary>A chunk at the end of a WebP.</summary>
    public static byte[] RiffChunk(byte[] webp, string type, byte[] data)
    {
        byte[] whole = [.. webp, .. Encoding.ASCII.GetBytes(type), .. Long((uint)data.Length), .. data, .. new byte[data.Length & 1]];
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        return whole;
    }

    private List<Entry> SubEntries()
    {
        var entries = new List<Entry>();
        if (TakenAt is not null)
            entries.Add(Text(0x9003, TakenAt));
        if (Offset is not null)
            entries.Add(Text(0x9011, Offset));
        return entries;
    }

    private List<Entry> GpsEntries()
    {
        var entries = new List<Entry>();
        if (North is { } north)
            entries.AddRange([Text(1, IsSouthWest ? "S" : "N"), Angle(2, north)]);
        if (East is { } east)
            entries.AddRange([Text(3, IsSouthWest ? "W" : "E"), Angle(4, east)]);
        if (GpsDate is not null)
            entries.AddRange([Angle(7, (1, 2, 3)), Text(0x1D, GpsDate)]);
        return entries;
    }

    private static int Size(List<Entry> entries) => 6 + entries.Sum(e => 12 + (e.Value is { Length: > 4 } data ? data.Length : 0));

    private static byte[] Directory(List<Entry> entries, int at)
    {
        var data = at + 6 + (12 * entries.Count);
        List<byte> directory = [(byte)entries.Count, 0], behind = [];
        foreach (var entry in entries)
        {
            directory.AddRange([(byte)entry.Tag, (byte)(entry.Tag >> 8), (byte)entry.Type, 0, .. Long(entry.Count)]);
            directory.AddRange(entry.Value!.Length > 4 ? Long((uint)(data + behind.Count)) : [.. entry.Value, .. new byte[4 - entry.Value.Length]]);
            if (entry.Value.Length > 4)
                behind.AddRange(entry.Value);
        }

        return [.. directory, 0, 0, 0, 0, .. behind];
    }

    private static Entry Text(ushort tag, string text) => new(tag, 2, (uint)text.Length + 1, Encoding.ASCII.GetBytes(text + "\0"));

    private static Entry Angle(ushort tag, (uint, uint, uint) angle) =>
        new(tag, 5, 3, [.. Long(angle.Item1), .. Long(1), .. Long(angle.Item2), .. Long(1), .. Long(angle.Item3), .. Long(1)]);

    private static byte[] Long(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private readonly record struct Entry(ushort Tag, ushort Type, uint Count, byte[]? Value);
}
