using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Reunion.Console.Api.Public.Caching;

/// <summary>Stands before everything else on the public site: a page that is kept costs one look into a dictionary.</summary>
internal sealed class PageCaching(RequestDelegate next, PublicPageCache cache)
{
    private const string Vary = "Accept-Language, Accept-Encoding, Cookie";

    public Task InvokeAsync(HttpContext context)
    {
        if (PageKey.Of(context) is not { } key)
            return next(context);
        if (cache.Find(key) is { } page)
            return page.Begin(context) is { } body ? CachedPage.SendAsync(context, body) : Task.CompletedTask;
        return WriteAsync(context, key);
    }

    private async Task WriteAsync(HttpContext context, PageKey key)
    {
        PageBody? body = null;
        var (page, isMine) = await cache.WriteAsync(
            key, async generation =>
            {
                (var made, body) = await CaptureAsync(context, generation);
                return made;
            },
            context.RequestAborted);
        if (!isMine && page is null)
            await next(context);
        else if (!isMine)
            body = page!.Begin(context);
        if (body is not null)
            await CachedPage.SendAsync(context, body);
    }

    /// <summary>Runs the rest of the program on the request, and keeps what it answers if that is a page.</summary>
    /// <returns>The page and what of it this reader gets; nulls when the answer was sent as it came.</returns>
    private async Task<(CachedPage? Page, PageBody? Body)> CaptureAsync(HttpContext context, long generation)
    {
        var (real, wanted) = (context.Features.Get<IHttpResponseBodyFeature>()!, context.Request.Headers.IfNoneMatch);
        using var written = new MemoryStream();
        var capture = new StreamResponseBodyFeature(written);
        context.Features.Set<IHttpResponseBodyFeature>(capture);
        context.Features.Set(PageCapture.Instance);
        // Whether the reader has it already is told by us, from the whole page.
        context.Request.Headers.IfNoneMatch = default;
        try
        {
            await next(context);
            await capture.CompleteAsync();
        }
        finally
        {
            context.Features.Set(real);
            context.Features.Set<PageCapture>(null);
            context.Request.Headers.IfNoneMatch = wanted;
        }

        if (context.Response.StatusCode != StatusCodes.Status200OK || context.GetEndpoint()?.Metadata.GetMetadata<PageCacheMetadata>() is not { } rule)
        {
            await context.Response.Body.WriteAsync(written.ToArray(), context.RequestAborted);
            return default;
        }

        var page = Make(context.Response, written.ToArray(), rule, generation);
        var body = page.Begin(context);
        // Now every part of the program has set its headers.
        await context.Response.StartAsync(context.RequestAborted);
        page.KeepHeaders(context.Response.Headers);
        return (page, body);
    }

    private CachedPage Make(HttpResponse response, byte[] bytes, PageCacheMetadata rule, long generation)
    {
        var tag = response.Headers.ETag.Count > 0 ? response.Headers.ETag.ToString() : $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = rule.CacheControl;
        response.Headers.Vary = Vary;
        var opaque = EntityTagHeaderValue.Parse(tag).Tag.ToString();
        return new CachedPage(Bodies(bytes, response.ContentType ?? ""), opaque, generation, cache.Timestamp());
    }

    private static PageBody[] Bodies(byte[] bytes, string type)
    {
        if (!type.StartsWith("text/html", StringComparison.Ordinal))
        {
            var packed = PageBody.Whole(bytes, PageEncoding.Plain);
            return [packed, packed, packed];
        }

        var hole = bytes.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(PageCapture.Hole));
        return
        [
            .. Enum.GetValues<PageEncoding>().Select(e => hole < 0
                ? PageBody.Whole(bytes, e)
                : PageBody.Around(bytes[..hole], bytes[(hole + PageCapture.Hole.Length)..], e)),
        ];
    }
}
