using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.Net.Http.Headers;
using Reunion.Core.Cap;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public;

/// <summary><c>/cap/alerts.atom</c> and <c>/cap/alerts/{identifier}.xml</c>: alerts for broadcasters.</summary>
internal static class PublicCap
{
    private const string Cache = "public, max-age=15";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void MapCap(this IEndpointRouteBuilder site)
    {
        site.MapGet("/cap/alerts.atom", FeedAsync);
        site.MapGet("/cap/alerts/{name}.xml", DocumentAsync);
    }

    private static async Task<IResult> DocumentAsync(string name, HttpContext context, ReadCap cap, CancellationToken cancel)
    {
        var document = await cap.FindAsync(name, cancel) ?? throw ProblemException.NotFound("document");
        return Answer(context, document.Xml, "application/cap+xml; charset=utf-8", document.Identifier);
    }

    private static async Task<IResult> FeedAsync(HttpContext context, ReadCap cap, PublicSite site, CancellationToken cancel)
    {
        var documents = await cap.FeedAsync(cancel);
        var self = $"{site.BaseUrl}/cap/alerts.atom";
        var feed = new XElement(Atom + "feed",
            new XElement(Atom + "id", self),
            new XElement(Atom + "title", "Reunion · 团圆"),
            new XElement(Atom + "updated", CapText.Time(documents.Count > 0 ? documents[0].SentUtc : DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", "Reunion")),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", self)),
            documents.Select(d => Entry(d, $"{site.BaseUrl}/cap/alerts/{d.Identifier}.xml")));
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed;
        return Answer(context, text, "application/atom+xml; charset=utf-8", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static XElement Entry(CapDocument document, string address) => new(
        Atom + "entry",
        new XElement(Atom + "id", address),
        new XElement(Atom + "title", $"{document.Headline.Zh} · {document.Headline.En}"),
        new XElement(Atom + "updated", CapText.Time(document.SentUtc)),
        new XElement(Atom + "category", new XAttribute("term", document.MsgType.ToString())),
        new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "application/cap+xml"), new XAttribute("href", address)),
        new XElement(Atom + "summary", $"{document.MsgType} {document.Identifier}"));

    private static IResult Answer(HttpContext context, string text, string type, string tagged)
    {
        context.Response.Headers.CacheControl = Cache;
        var tag = new EntityTagHeaderValue($"\"{tagged}\"");
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
            return TypedResults.Bytes(Encoding.UTF8.GetBytes(text), type, entityTag: tag);
        context.Response.Headers.ETag = tag.ToString();
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }
}
