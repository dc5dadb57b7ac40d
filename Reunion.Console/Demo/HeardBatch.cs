using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace Reunion.Console.Demo;

/// <summary>A recipient batch as an app reads it, from either form.</summary>
internal sealed record HeardBatch(string AlertId, string CircleId, int Ring, IReadOnlyList<ulong> Recipients)
{
    public static HeardBatch FromJson(JsonElement data) => Read(
        data, [.. data.GetProperty("recipients").EnumerateArray().Select(d => ulong.Parse(d.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture))]);

    public static HeardBatch FromBinary(JsonElement data, ReadOnlySpan<byte> ids)
    {
        var devices = new ulong[ids.Length / sizeof(ulong)];
        for (var i = 0; i < devices.Length; i++)
            devices[i] = BinaryPrimitives.ReadUInt64LittleEndian(ids[(i * sizeof(ulong))..]);
        return Read(data, devices);
    }

    private static HeardBatch Read(JsonElement data, IReadOnlyList<ulong> devices) => new(
        data.GetProperty("alertId").GetString()!, data.GetProperty("circleId").GetString()!, data.GetProperty("ring").GetInt32(), devices);
}
