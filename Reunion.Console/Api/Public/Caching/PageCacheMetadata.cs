namespace Reunion.Console.Api.Public.Caching;

/// <summary>Marks an endpoint whose answer is the same for every reader of a language, and may be kept until something changes.</summary>
/// <param name="CacheControl">What browsers and caches on the way are told: at least to ask again before they show it.</param>
internal sealed record PageCacheMetadata(string CacheControl)
{
    /// <summary>A page with a form: only the reader's own browser may keep it, because its form bears a key of its own.</summary>
    public static PageCacheMetadata Form { get; } = new("private, no-cache");

    /// <summary>Anything else: caches on the way may keep it too, and must ask whether it still holds.</summary>
    public static PageCacheMetadata Shared { get; } = new("public, no-cache");
}
