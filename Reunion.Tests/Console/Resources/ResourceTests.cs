using System.Xml.Linq;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Resources;

public sealed class ResourceTests
{
    public static TheoryData<string> Areas =>
        [.. Directory.GetFiles(Folder, "*.resx").Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().Order()];

    private static string Folder => Path.Combine(RepositoryRoot.Path, "Reunion.Console", "Resources");

    [Theory]
    [MemberData(nameof(Areas))]
    public void Both_languages_have_the_same_texts_and_none_is_empty(string area)
    {
        var english = Read($"{area}.resx");
        var chinese = Read($"{area}.zh-Hans.resx");
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(english.Concat(chinese), text => string.IsNullOrWhiteSpace(text.Value));
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
