using Reunion.Core.Geography;

namespace Reunion.Bench.Populations;

/// <summary>Points spread evenly over a rectangle of the size of China.</summary>
internal sealed class UniformPopulation(int seed) : IPopulation
{
    private readonly Random _random = new(seed);

    public GeoPoint Next() => new(18 + _random.NextDouble() * 35, 73 + _random.NextDouble() * 62);
}
