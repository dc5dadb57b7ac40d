using System.Buffers.Binary;
using Reunion.Core.Geography;

namespace Reunion.Core.Seeding;

/// <summary>The phones of one simulated app: eight bytes each, the rest is computed from a phone's number.</summary>
/// <remarks>Immutable once made, so thread-safe. A phone moves about its home all the time.</remarks>
public sealed class SimulatedPhones
{
    /// <summary>The bytes of one position in the partner interface's binary form.</summary>
    public const int RecordBytes = 20;

    private const ulong Odd = 0x9E3779B97F4A7C15;
    private const double UnitsPerDegree = 1e7;
    private const double UnitsPerMetre = UnitsPerDegree / 111_320;

    private readonly (int North, int East)[] _homes;
    private readonly ulong _salt;

    /// <summary>Settles phones.</summary>
    /// <param name="settlements">Where people live.</param>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="datum">The datum that the app reports in.</param>
    /// <param name="salt">Tells apps apart, 0 to 2³¹.</param>
    public SimulatedPhones(Settlements settlements, int count, Datum datum, int salt)
    {
        _salt = (ulong)salt << 32;
        _homes = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            var home = DatumConversion.FromWgs84(settlements.HomeOf(_salt + (ulong)i), datum);
            _homes[i] = ((int)(home.Latitude * UnitsPerDegree), (int)(home.Longitude * UnitsPerDegree));
        }
    }

    /// <summary>How many phones.</summary>
    public int Count => _homes.Length;

    /// <summary>The app's own number for a phone: never 0, and telling nothing.</summary>
    /// <param name="index">The phone, 0 to <see cref="Count"/> − 1.</param>
    public ulong DeviceOf(int index) => (_salt + (ulong)index + 1) * Odd;

    /// <summary>The phone behind a number, or −1 when it is none of the app's.</summary>
    /// <param name="device">The app's number for it.</param>
    public int IndexOf(ulong device)
    {
        var index = device * Inverse - _salt - 1;
        return index < (ulong)_homes.Length ? (int)index : -1;
    }

    /// <summary>Writes where phones are, as the partner interface takes them.</summary>
    /// <param name="records">Room for whole records; so many phones are written.</param>
    /// <param name="first">The first phone.</param>
    /// <param name="now">The time of the positions.</param>
    public void Write(Span<byte> records, int first, DateTimeOffset now)
    {
        var at = (uint)now.ToUnixTimeSeconds();
        for (var i = 0; i * RecordBytes < records.Length; i++)
        {
            var record = records.Slice(i * RecordBytes, RecordBytes);
            var (north, east) = PositionOf(first + i, at);
            BinaryPrimitives.WriteUInt64LittleEndian(record, DeviceOf(first + i));
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], north);
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], east);
            BinaryPrimitives.WriteUInt32LittleEndian(record[16..], at);
        }
    }

    // Around the home on a circle of its own: most stay within a street, some ride across town.
    private (int North, int East) PositionOf(int index, uint unixSeconds)
    {
        var random = new SplitMix(~(_salt + (ulong)index));
        var spread = random.NextUnit();
        var reach = (30 + 3_000 * spread * spread * spread * spread) * UnitsPerMetre;
        var minutes = 10 + 50 * random.NextUnit();
        var (sin, cos) = Math.SinCos(2 * Math.PI * (unixSeconds / (minutes * 60) + random.NextUnit()));
        var (north, east) = _homes[index];
        return (north + (int)(reach * sin), east + (int)(reach * cos));
    }

    // The odd number's inverse modulo 2^64, by Newton's iteration.
    private static readonly ulong Inverse = InverseOf(Odd);

    private static ulong InverseOf(ulong odd)
    {
        var inverse = odd;
        for (var i = 0; i < 6; i++)
            inverse *= 2 - odd * inverse;
        return inverse;
    }
}
