using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Resources;

public sealed class RazorTextTests
{
    [Fact]
    public void Every_visible_text_comes_from_the_resources()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "Reunion.Console", "Components");
        var files = Directory.GetFiles(folder, "*.razor", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(f => RazorText.Literals(File.ReadAllText(f)).Select(text => $"{Path.GetFileName(f)}: {text}")));
    }

    [Theory]
    [InlineData("<p>Hello</p>")]
    [InlineData("<p>@L[\"Key\"] 你好</p>")]
    [InlineData("<MudTextField Label=\"Name\" />")]
    [InlineData("<button aria-label=\"Close\" @onclick=\"() => Close()\"></button>")]
    [InlineData("@if (x)\n{\n  <b>words</b>\n}")]
    public void A_literal_text_is_found(string razor) => Assert.Single(RazorText.Literals(razor));

    [Theory]
    [InlineData("@page \"/x\"\n@inject IStringLocalizer<SharedText> L\n<p>@L[\"Key\", _a.Count]</p>")]
    [InlineData("<MudTextField Label=\"@L[\"Name\"]\" Error=\"@(Errors[\"Name\"] is not null)\" OnClick=\"() => Go(1)\" />")]
    [InlineData("@foreach (var a in _b.Where(x => x > 1))\n{\n  <b>@a.Name</b>\n}\nelse\n{\n  <i>@(a ? L[\"A\"] : L[\"B\"])</i>\n}")]
    public void Texts_from_the_resources_are_not(string razor) => Assert.Empty(RazorText.Literals(razor));
}
