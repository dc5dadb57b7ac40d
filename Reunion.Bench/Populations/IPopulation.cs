using Reunion.Core.Geography;

namespace Reunion.Bench.Populations;

/// <summary>Points where phones are, one after the other. Not thread-safe; the same seed gives the same points.</summary>
internal interface IPopulation
{
    GeoPoint Next();
}
