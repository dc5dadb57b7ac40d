namespace Reunion.Core.Geofencing;

/// <summary>Spreads device ids over 64 bits; keyed anew in every process, so that no partner can choose ids that collide.</summary>
internal static class DeviceHash
{
    private static readonly ulong Key = (ulong)Random.Shared.NextInt64() | ((ulong)Random.Shared.NextInt64() << 32);

    public static ulong Of(ulong device)
    {
        var x = device ^ Key;
        x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93;
        x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93;
        return x ^ (x >> 32);
    }
}
