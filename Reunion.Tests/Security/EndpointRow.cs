using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Tests.Security;

/// <summary>One entry of the running program's route table on one surface.</summary>
internal sealed partial record EndpointRow(Surface Surface, string Method, string Pattern)
{
    /// <summary>A path that the pattern matches, naming nothing that exists.</summary>
    public string Path => Parameter().Replace(Pattern, "nothing");

    public static IReadOnlyList<EndpointRow> AllBut(IServiceProvider services, Func<RouteEndpoint, bool> left) =>
    [
        .. (from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where !left(endpoint)
            from surface in endpoint.Metadata.GetMetadata<SurfaceMetadata>()?.Surfaces ?? []
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
            select new EndpointRow(surface, method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
            .Distinct().OrderBy(e => e.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>Files are many and all alike.</summary>
    public static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    public override string ToString() => $"{Surface} {Method} {Pattern}";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
