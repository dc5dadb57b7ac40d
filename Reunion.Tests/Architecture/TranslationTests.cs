using System.Text.RegularExpressions;
using System.Xml.Linq;
using Reunion.Tests.Support;

namespace Reunion.Tests.Architecture;

/// <summary>Every text stands in both languages, wherever its resources lie.</summary>
public sealed partial class TranslationTests
{
    // Large numbers are counted in millions in one language and in units of ten thousand in the other.
    private static readonly string[] InOtherUnits = ["Millions"];

    public static TheoryData<string> English =>
        [.. SourceFile.All(".resx", "Reunion.Core", "Reunion.Console").Select(f => f.Name).Where(f => !f.EndsWith(".zh-Hans.resx", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(English))]
    public void A_text_stands_in_Chinese_with_the_same_blanks(string file)
    {
        var (english, chinese) = (Read(file), Read(Chinese(file)));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(english.ExceptBy(InOtherUnits, text => text.Key).Where(text => Blanks(text.Value) != Blanks(chinese[text.Key])).Select(text => text.Key));
    }

    [Theory, MemberData(nameof(English))]
    public void A_Chinese_text_has_Chinese_punctuation(string file) =>
        Assert.Empty(Read(Chinese(file)).Where(text => HalfWidth().IsMatch(text.Value)).Select(text => $"{text.Key}: {text.Value}"));

    [Fact]
    public void Every_refusal_of_the_core_has_words()
    {
        var known = Read("Reunion.Console/Resources/ProblemText.resx");
        var refusals = SourceFile.All(".cs", "Reunion.Core")
            .SelectMany(f => Refusal().Matches(string.Join('\n', f.Lines))).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.Contains("alert_ended", refusals);
        Assert.Empty(refusals.Except(known.Keys));
    }

    private static string Chinese(string file) => Path.ChangeExtension(file, ".zh-Hans.resx");

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(RepositoryRoot.Path, file)).Root!
        .Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Blanks(string text) => string.Concat(Blank().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?:WithErrorCode\(|new FieldProblem\([^,;]+, |ProblemKind\.\w+,\s+)""([a-z_]+)""")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,:;?!]|[,;?!]\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HalfWidth();
}
