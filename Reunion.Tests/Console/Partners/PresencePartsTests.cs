using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Components.Pages.Partners.Presence;
using Reunion.Core.Geofencing.Traffic;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Partners;

public sealed class PresencePartsTests : BunitContext
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public PresencePartsTests() => Services.AddLocalization().AddLogging();

    [Fact]
    public void Minutes_are_drawn_on_a_scale_that_ends_with_a_round_number()
    {
        using var culture = new CultureScope("en");
        var chart = Render<TrafficChart>(p => p.Add(c => c.Minutes, Hour(new TrafficMinute(Now, 1500, 300, 60))));

        Assert.Equal("2,000", chart.Find(".r-traffic-top").TextContent);
        Assert.Equal(["75", "15", "3"], chart.FindAll("g:last-of-type rect:not(.is-back)").Select(r => r.GetAttribute("height")));
        Assert.Equal("16:00: 1,500 stored, 300 older than known, 60 refused", chart.Find("g:last-of-type title").TextContent);
    }

    [Theory]
    [InlineData("en", "Time in the future")]
    [InlineData("zh-Hans", "时间在未来")]
    public void Why_positions_were_not_stored_is_said_in_plain_words(string language, string words)
    {
        using var culture = new CultureScope(language);
        var traffic = new PartnerTraffic(Now, Now, "epoch", Hour(default), [9, 0, 0, 0, 0, 4, 0, 0], [90, 7, 0, 0, 0, 4, 0, 0]);
        var table = Render<NotStoredTable>(p => p.Add(t => t.Traffic, traffic));

        Assert.Equal(7, table.FindAll("[data-testid=fate]").Count);
        var row = table.Find("[data-fate=at_in_future]");
        Assert.Equal([words, "4", "4"], row.Children.Select(c => c.TextContent));
        Assert.Contains("is-warning", row.Children[1].ClassName, StringComparison.Ordinal);
        // Older than known is no fault of the sender's.
        Assert.DoesNotContain("is-warning", table.Find("[data-fate=older_than_known]").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Ages_are_shares_of_all_phones_and_none_of_none()
    {
        var ages = Render<AgeBar>(p => p.Add(a => a.Ages, [75, 20, 5, 0, 0]));
        Assert.Equal(["width:75%", "width:20%", "width:5%", "width:0%", "width:0%"], ages.FindAll("i").Select(i => i.GetAttribute("style")));
        ages.Render(p => p.Add(a => a.Ages, [0, 0, 0, 0, 0]));
        Assert.All(ages.FindAll("i"), i => Assert.Equal("width:0%", i.GetAttribute("style")));
    }

    private static List<TrafficMinute> Hour(TrafficMinute last) => [.. Enumerable.Range(1, 59).Select(i => new TrafficMinute(Now.AddMinutes(i - 60), 0, 0, 0)), last];
}
