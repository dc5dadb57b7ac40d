using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cap;
using Reunion.Tests.Api;

namespace Reunion.Tests.Public;

[Collection(SurfaceScene.Collection)]
public sealed partial class CapTests(SurfaceScene scene)
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    private static readonly string[] AlertOrder = ["identifier", "sender", "sent", "status", "msgType", "scope", "note", "references", "incidents", "info"];

    private static readonly string[] InfoOrder =
    [
        "language", "category", "event", "responseType", "urgency", "severity", "certainty", "eventCode", "effective", "expires", "senderName",
        "headline", "description", "instruction", "web", "contact", "parameter", "resource", "area",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_is_a_chain_of_documents_from_its_issue_to_its_end()
    {
        var facts = await scene.IssueAsync();
        await EntryAsync(facts);
        var first = await DocumentAsync($"{facts.Alert.Id}-1");
        Assert.Equal(("Alert", "Actual"), (Text(first, "msgType"), Text(first, "status")));
        Assert.Null(first.Element(Cap + "references"));
        Assert.Equal(["zh-CN", "en-US"], first.Elements(Cap + "info").Select(info => Text(info, "language")));
        await RequireFormAsync(first, facts);

        await scene.CloseAsync(facts);
        await SurfaceScene.EventuallyAsync(async () => Text(await DocumentAsync(facts.Alert.Id.ToString()), "msgType") == "Cancel");
        var last = await DocumentAsync(facts.Alert.Id.ToString());
        Assert.Equal(Text(first, "incidents"), Text(last, "incidents"));
        Assert.Contains($"{Text(first, "sender")},{Text(first, "identifier")},{Text(first, "sent")}", Text(last, "references").Split(' '));
        Assert.DoesNotContain("王小雨", last.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Public.GetAsync($"/cap/alerts/{facts.Alert.Id}-1.xml", Cancel)).StatusCode);
        var feed = await scene.Public.GetStringAsync("/cap/alerts.atom", Cancel);
        Assert.DoesNotContain($"{facts.Alert.Id}-1.xml", feed, StringComparison.Ordinal);
        Assert.Contains(Text(last, "identifier"), feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exercise_is_never_on_the_feed_nor_to_be_read()
    {
        var drill = await scene.IssueAsync(AlertMode.Exercise);
        // Issued later and told of by the same clock: when it is there, the drill would be too.
        await EntryAsync(await scene.IssueAsync());
        await SurfaceScene.EventuallyAsync(() => scene.ReadAsync(db => Task.FromResult(db.Set<CapDocument>().Any(d => d.AlertId == drill.Alert.Id))));

        Assert.DoesNotContain(drill.Alert.Id.ToString(), await scene.Public.GetStringAsync("/cap/alerts.atom", Cancel), StringComparison.Ordinal);
        foreach (var name in new[] { drill.Alert.Id.ToString(), $"{drill.Alert.Id}-1" })
            Assert.Equal(HttpStatusCode.NotFound, (await scene.Public.GetAsync($"/cap/alerts/{name}.xml", Cancel)).StatusCode);
    }

    [SuppressMessage("Security", "CA5350", Justification = "CAP 1.2 prescribes SHA-1.")]
    private static string Sha1(byte[] bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));

    /// <summary>The order of elements, forms and lengths that the schema and broadcasters ask for.</summary>
    private async Task RequireFormAsync(XElement document, AlertFacts facts)
    {
        RequireOrder(document, AlertOrder);
        Assert.Matches(Instant(), Text(document, "sent"));
        var photo = await scene.Public.GetByteArrayAsync($"/a/{facts.Alert.Code}/photo", Cancel);
        foreach (var info in document.Elements(Cap + "info"))
        {
            RequireOrder(info, InfoOrder);
            Assert.Equal("Rescue", Text(info, "category"));
            Assert.Matches(Instant(), Text(info, "expires"));
            Assert.Equal(("SAME", "CAE"), (Text(info.Element(Cap + "eventCode")!, "valueName"), Text(info.Element(Cap + "eventCode")!, "value")));
            Assert.Equal([true, true], info.Elements(Cap + "parameter").Zip([90, 360], (text, most) => Text(text, "value").Length <= most));
            var resource = info.Element(Cap + "resource")!;
            Assert.Equal(photo.Length.ToString(CultureInfo.InvariantCulture), Text(resource, "size"));
            Assert.Equal(Sha1(photo), Text(resource, "digest"));
            var area = info.Element(Cap + "area")!;
            Assert.Contains("杭州", Text(area, "areaDesc"), StringComparison.Ordinal);
            var corners = Text(area, "polygon").Split(' ');
            Assert.Equal(corners[0], corners[^1]);
            Assert.StartsWith("30.27410,120.15510 ", Text(area, "circle"), StringComparison.Ordinal);
        }
    }

    private static void RequireOrder(XElement element, string[] order)
    {
        int[] places = [.. element.Elements().Select(child => Array.IndexOf(order, child.Name.LocalName))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private Task EntryAsync(AlertFacts facts) => SurfaceScene.EventuallyAsync(
        async () => (await scene.Public.GetStringAsync("/cap/alerts.atom", Cancel)).Contains($"{facts.Alert.Id}-1.xml", StringComparison.Ordinal));

    private async Task<XElement> DocumentAsync(string name) => XElement.Parse(await scene.Public.GetStringAsync($"/cap/alerts/{name}.xml", Cancel));

    private static string Text(XElement parent, string name) => parent.Element(Cap + name)!.Value;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")]
    private static partial Regex Instant();
}
