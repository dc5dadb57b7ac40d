using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Api.Public;

/// <summary>The fingerprinted addresses of scripts and styles, which browsers may keep for ever.</summary>
public sealed class PublicAssets(EndpointDataSource endpoints)
{
    private readonly Lazy<ResourceAssetCollection> _files = new(() => endpoints.Endpoints
        .Select(e => e.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(c => c is not null) ?? ResourceAssetCollection.Empty);

    /// <summary>The address of a file such as <c>assets/public.css</c>.</summary>
    public string this[string path] => "/" + _files.Value[path].TrimStart('/');
}
