namespace Reunion.Console.Api.Public.Caching;

/// <summary>How a kept page's bytes are sent.</summary>
internal enum PageEncoding
{
    /// <summary>As they are.</summary>
    Plain,

    /// <summary>RFC 1952.</summary>
    Gzip,

    /// <summary>RFC 7932.</summary>
    Brotli,
}
