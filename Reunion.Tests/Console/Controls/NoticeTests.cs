using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Components.Controls;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Controls;

public sealed class NoticeTests : BunitContext
{
    [Fact]
    public void The_title_is_the_heading_that_focus_goes_to()
    {
        var notice = Render<Notice>(p => p.Add(n => n.Title, "Nothing live").Add(n => n.Text, "All quiet."));
        var heading = notice.Find("h1");
        Assert.Equal("Nothing live", heading.TextContent);
        Assert.Equal("-1", heading.GetAttribute("tabindex"));
    }

    [Theory]
    [InlineData("en", false, "This is an exercise.")]
    [InlineData("zh-Hans", true, "这是技术测试")]
    public void The_drill_banner_says_which_kind_in_the_readers_language(string language, bool isTest, string expected)
    {
        Services.AddLocalization();
        Services.AddLogging();
        using var culture = new CultureScope(language);
        var banner = Render<DrillBanner>(p => p.Add(b => b.IsTest, isTest));
        Assert.Contains(expected, banner.Markup, StringComparison.Ordinal);
        Assert.Contains("演练", banner.Markup, StringComparison.Ordinal);
    }
}
