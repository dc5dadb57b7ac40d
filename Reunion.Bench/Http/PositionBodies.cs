using System.Buffers.Binary;
using System.Text;
using Reunion.Bench.Populations;

namespace Reunion.Bench.Http;

/// <summary>Bodies of 100,000 positions, made before anything is timed.</summary>
internal static class PositionBodies
{
    public const int Positions = 100_000;
    private const int Devices = 1_000_000;
    private const int RecordBytes = 20;
    private const int SecondsOld = 60;

    public static byte[][] Binary(int count) => Make(count, (positions, random, now) =>
    {
        var body = new byte[Positions * RecordBytes];
        for (var record = body.AsSpan(); !record.IsEmpty; record = record[RecordBytes..])
        {
            var point = positions.Next();
            BinaryPrimitives.WriteUInt64LittleEndian(record, DeviceOf(random));
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], (int)Math.Round(point.Latitude * 1e7));
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], (int)Math.Round(point.Longitude * 1e7));
            BinaryPrimitives.WriteUInt32LittleEndian(record[16..], (uint)(now.ToUnixTimeSeconds() - random.Next(SecondsOld)));
        }
        return body;
    });

    public static byte[][] Ndjson(int count) => Make(count, (positions, random, now) =>
    {
        var body = new StringBuilder();
        for (var i = 0; i < Positions; i++)
        {
            var point = positions.Next();
            body.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"{{\"device\":\"{DeviceOf(random):x16}\",\"lat\":{point.Latitude:0.######},\"lon\":{point.Longitude:0.######},"
                + $"\"at\":\"{now.AddSeconds(-random.Next(SecondsOld)):yyyy-MM-dd'T'HH:mm:ss'Z'}\"}}\n");
        }
        return Encoding.ASCII.GetBytes(body.ToString());
    });

    private static byte[][] Make(int count, Func<IPopulation, Random, DateTimeOffset, byte[]> one)
    {
        var bodies = new byte[count][];
        var now = TimeProvider.System.GetUtcNow();
        Parallel.For(0, count, i => bodies[i] = one(new CityPopulation(i), new Random(i), now));
        return bodies;
    }

    // Any numbers do, as long as they are a million and look like what partners send.
    private static ulong DeviceOf(Random random) => (ulong)(random.Next(Devices) + 1) * 0x9E3779B97F4A7C15;
}
