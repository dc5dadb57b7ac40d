using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Reunion.Console.Api.Public.Caching;

/// <summary>An answer as it is kept: its bytes in each encoding, and its headers.</summary>
internal sealed class CachedPage
{
    private static readonly HashSet<string> OfOneAnswer = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.Date, HeaderNames.TransferEncoding, HeaderNames.Connection,
    };

    private readonly PageBody[] _bodies;
    private readonly string _tag;
    private KeyValuePair<string, StringValues>[] _headers = [];
    private int _isRefreshing;

    public CachedPage(PageBody[] bodies, string tag, long generation, long writtenAt) =>
        (_bodies, _tag, Generation, WrittenAt) = (bodies, tag, generation, writtenAt);

    /// <summary>The state of the world that it tells of.</summary>
    public long Generation { get; }

    /// <summary>The clock's timestamp when it was written.</summary>
    public long WrittenAt { get; }

    /// <summary>How much memory it takes.</summary>
    public long Bytes => _bodies.Distinct().Sum(b => (long)b.Length);

    /// <summary>Lets one of many through, who then writes the page anew.</summary>
    public bool TakeRefresh() => Interlocked.CompareExchange(ref _isRefreshing, 1, 0) == 0;

    /// <summary>Says that it was not written anew after all.</summary>
    public void GiveRefreshBack() => Volatile.Write(ref _isRefreshing, 0);

    /// <summary>Keeps the headers of the first answer, once they are settled.</summary>
    public void KeepHeaders(IHeaderDictionary headers) => _headers = [.. headers.Where(h => !OfOneAnswer.Contains(h.Key))];

    /// <summary>Sets the headers of an answer to this request.</summary>
    /// <returns>The body to send; null when the reader has it already.</returns>
    public PageBody? Begin(HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in _headers)
            response.Headers[name] = value;
        var asked = context.Request.Headers.IfNoneMatch;
        if (asked.Count > 0 && asked.ToString() is var tags && (tags == "*" || tags.Contains(_tag, StringComparison.Ordinal)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            return null;
        }

        var encoding = AcceptedEncoding.Of(context.Request);
        var body = _bodies[(int)encoding];
        if (encoding != PageEncoding.Plain && !ReferenceEquals(body, _bodies[0]))
            response.Headers.ContentEncoding = encoding == PageEncoding.Brotli ? "br" : "gzip";
        response.ContentLength = body.Length;
        return body;
    }

    /// <summary>Sends a body with a key of its own.</summary>
    public static Task SendAsync(HttpContext context, PageBody body)
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        Span<byte> key = stackalloc byte[32];
        Convert.TryToHexStringLower(random, key, out _);
        body.Write(context.Response.BodyWriter, key);
        return context.Response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }
}
