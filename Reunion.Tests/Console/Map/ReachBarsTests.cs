using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Components.Pages.Map;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Map;

public sealed class ReachBarsTests : BunitContext
{
    public ReachBarsTests() => Services.AddLocalization().AddLogging();

    [Fact]
    public void All_partners_are_drawn_on_one_scale_and_trouble_is_named()
    {
        using var culture = new CultureScope("en");
        var bars = Render<ReachBars>(p => p.Add(b => b.Progress,
        [
            new PartnerProgress(default, "Rides", 1000, 0, 500, 100, 0, null, false, false),
            new PartnerProgress(default, "News", 250, 250, 0, 0, 3, "503", false, false),
        ]));

        Assert.Equal(["width:100%", "width:25%"], bars.FindAll("i.is-sent").Select(i => i.GetAttribute("style")));
        Assert.Equal("left:25%;width:25%", bars.FindAll("i.is-waiting")[1].GetAttribute("style"));
        Assert.Contains("503", bars.Find(".r-reach-trouble").TextContent, StringComparison.Ordinal);
        Assert.Contains(1250.ToString("N0", CultureInfo.CurrentCulture), bars.Find("[data-testid=phones-reached]").TextContent, StringComparison.Ordinal);
    }
}
