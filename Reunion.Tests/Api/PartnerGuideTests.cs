using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reunion.Core.Dispatch.Conformance;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Tests.Support;

namespace Reunion.Tests.Api;

/// <summary>The partner guide as this server shows it: whole, with its examples, and naming what the program has.</summary>
[Collection(SurfaceScene.Collection)]
public sealed partial class PartnerGuideTests(SurfaceScene scene)
{
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["js"] = "docs/examples/node/partner-app.mjs", ["python"] = "docs/examples/python/partner_app.py",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_docs_page_has_the_guide_and_its_links_lead_to_the_files()
    {
        using var http = ReunionApp.Client(scene.PartnerUrl);
        var shown = (await ApiAsync(http)).GetProperty("info").GetProperty("description").GetString()!;
        Assert.Contains("## Webhooks", shown, StringComparison.Ordinal);
        var links = Link().Matches(shown).Select(link => link.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal)).ToList();

        Assert.Contains(links, link => link.EndsWith("partner_app.py", StringComparison.Ordinal));
        Assert.Contains(links, link => link.EndsWith("partner-app.mjs", StringComparison.Ordinal));
        foreach (var link in links.Where(link => link[0] == '/'))
        {
            using var answer = await http.GetAsync(link, Cancel);
            Assert.Equal((link, HttpStatusCode.OK), (link, answer.StatusCode));
            if (link.StartsWith("/guide/", StringComparison.Ordinal))
                Assert.Equal(File(link.Replace("/guide/", "docs/", StringComparison.Ordinal)), await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal(File("docs/partner-guide.md"), await http.GetStringAsync("/guide", Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/guide/examples/../secret", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_guide_names_every_path_message_and_step()
    {
        using var http = ReunionApp.Client(scene.PartnerUrl);
        var guide = File("docs/partner-guide.md");
        var paths = (await ApiAsync(http)).GetProperty("paths").EnumerateObject().Select(path => path.Name);
        var messages = typeof(MessageType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        var steps = new[] { RecipientFormat.Json, RecipientFormat.Binary }.SelectMany(f => ConformanceSteps.For(Targeting.Both, f)).Select(s => s.Code);

        Assert.All(messages.Concat(steps), name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
        Assert.All(paths, path => Assert.Contains($" {path}`", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_guide_shows_of_an_example_stands_in_it()
    {
        var blocks = Block().Matches(File("docs/partner-guide.md")).ToList();
        Assert.Equal(Examples.Keys.Order(), blocks.Select(block => block.Groups[1].Value).Distinct().Order());
        Assert.All(blocks, block => Assert.Contains(block.Groups[2].Value, File(Examples[block.Groups[1].Value]), StringComparison.Ordinal));
    }

    private static async Task<JsonElement> ApiAsync(HttpClient http) =>
        JsonDocument.Parse(await http.GetStringAsync("/openapi/partner.json", Cancel)).RootElement;

    private static string File(string path) => System.IO.File.ReadAllText(Path.Combine(RepositoryRoot.Path, path));

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```(js|python)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
