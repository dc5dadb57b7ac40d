namespace Reunion.Bench;

/// <summary>Something that can be measured by name.</summary>
internal interface IBenchmark
{
    string Name { get; }

    string Description { get; }

    void Run(BenchOptions options);
}
