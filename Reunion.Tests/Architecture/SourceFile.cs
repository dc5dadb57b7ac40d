using Reunion.Tests.Support;

namespace Reunion.Tests.Architecture;

/// <summary>A file of the project as it stands in the source tree; what programs wrote is left out.</summary>
internal sealed record SourceFile(string Name, IReadOnlyList<string> Lines)
{
    private static readonly string[] Generated = ["bin", "obj", "Migrations", "node_modules", "dist"];

    public static IReadOnlyList<SourceFile> All(string extension, params string[] projects) =>
    [
        .. projects.SelectMany(project => Directory.EnumerateFiles(
                Path.Combine(RepositoryRoot.Path, project), "*" + extension, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(Generated).Any())
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceFile(file, File.ReadAllLines(Path.Combine(RepositoryRoot.Path, file)))),
    ];

    public override string ToString() => $"{Name} ({Lines.Count} lines)";
}
