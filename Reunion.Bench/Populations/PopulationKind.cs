namespace Reunion.Bench.Populations;

/// <summary>The ways in which phones are spread.</summary>
internal sealed record PopulationKind(string Name, Func<int, IPopulation> Of)
{
    public static readonly PopulationKind Uniform = new("uniform", seed => new UniformPopulation(seed));

    /// <summary>The one that figures are of.</summary>
    public static readonly PopulationKind Cities = new("cities", seed => new CityPopulation(seed));
}
