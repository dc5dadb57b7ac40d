using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Reunion.Console.Api.Public.Posters;
using SkiaSharp;

namespace Reunion.Tests.Public;

public sealed class PosterFontsTests
{
    [Fact]
    public void Without_a_font_that_has_Chinese_there_is_none_rather_than_boxes()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Reunion:Public:PosterFont", (string?)"/nowhere/font.ttf")]).Build();
        Assert.Null(new PosterFonts(configuration, NullLogger<PosterFonts>.Instance).Find());
    }

    [Fact]
    public void A_font_of_this_machine_is_found()
    {
        var found = new PosterFonts(new ConfigurationBuilder().Build(), NullLogger<PosterFonts>.Instance).Find();
        Assert.NotNull(found);
        foreach (var typeface in new[] { found.Value.Regular, found.Value.Bold })
        {
            using var font = new SKFont(typeface);
            Assert.True(font.ContainsGlyphs("寻找失踪儿童"));
        }
    }
}
