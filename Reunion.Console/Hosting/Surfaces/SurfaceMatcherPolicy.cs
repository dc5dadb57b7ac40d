using Microsoft.AspNetCore.Routing.Matching;

namespace Reunion.Console.Hosting.Surfaces;

/// <summary>
/// Lets a request see only the endpoints of its own surface, as if the others' did not exist: a path of another surface is 404
/// whatever the method, and two surfaces can both have a <c>/</c>.
/// </summary>
/// <remarks>Runs before the policy for HTTP methods, whose 405 would otherwise tell one surface about another.</remarks>
internal sealed class SurfaceMatcherPolicy : MatcherPolicy, INodeBuilderPolicy
{
    private static readonly Surface[] All = Enum.GetValues<Surface>();

    public override int Order => -2000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
        [.. from surface in All
            let own = endpoints.Where(e => IsOn(e, surface)).ToList()
            where own.Count > 0
            select new PolicyNodeEdge(surface, own)];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) =>
        new JumpTable(exitDestination, edges.ToDictionary(e => (Surface)e.State, e => e.Destination));

    private static bool IsOn(Endpoint endpoint, Surface surface) =>
        endpoint.Metadata.GetMetadata<SurfaceMetadata>()?.Surfaces.Contains(surface) == true;

    private sealed class JumpTable(int exit, Dictionary<Surface, int> destinations) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) =>
            httpContext.Surface() is { } surface && destinations.TryGetValue(surface, out var destination) ? destination : exit;
    }
}
