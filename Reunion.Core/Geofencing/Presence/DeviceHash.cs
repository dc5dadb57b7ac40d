namespace Reunion.Core.Geofencing;

/// <summary>Spreads device ids over 64 bits, each to a hash of its own; keyed, so that no partner can choose ids that collide.</summary>
internal readonly struct DeviceHash(ulong key)
{
    public ulong Key { get; } = key;

    public static DeviceHash New() => new((ulong)Random.Shared.NextInt64() ^ ((ulong)Random.Shared.NextInt64() << 21));

    public ulong Of(ulong device)
    {
        var x = device ^ Key;
        x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93;
        x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93;
        return x ^ (x >> 32);
    }
}
