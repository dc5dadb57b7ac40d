using Microsoft.Extensions.Options;
using Reunion.Core.Alerts.Night;
using Reunion.Core.Geography;

namespace Reunion.Tests.Alerts.Night;

public sealed class NightRuleTests
{
    private static readonly GeoPoint Hangzhou = new(30.2741, 120.1551);

    [Theory]
    [InlineData("2026-11-23T13:59:59Z", false)]
    [InlineData("2026-11-23T14:00:00Z", true)]
    [InlineData("2026-11-23T18:00:00Z", true)]
    [InlineData("2026-11-23T22:59:59Z", true)]
    [InlineData("2026-11-23T23:00:00Z", false)]
    [InlineData("2026-11-23T04:00:00Z", false)]
    public void Night_is_from_22_to_7_in_the_circles_own_time(string at, bool isNight) =>
        Assert.Equal(isNight, Rule().IsNight(Hangzhou, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(120.1551, 8)] // Hangzhou
    [InlineData(87.6, 6)] // Ürümqi, as people there live
    [InlineData(0, 0)]
    [InlineData(-7.4, 0)]
    [InlineData(-7.5, -1)]
    [InlineData(180, 12)]
    [InlineData(-180, -12)]
    public void Without_a_zone_an_hour_is_15_degrees(double longitude, int hours) =>
        Assert.Equal(hours, Rule().LocalTime(new GeoPoint(30, longitude), DateTimeOffset.UnixEpoch).Offset.TotalHours);

    [Fact]
    public void A_set_zone_counts_everywhere_with_its_summer_time()
    {
        var rule = Rule(o => o.TimeZone = "Europe/Berlin");
        Assert.Equal(2, rule.LocalTime(Hangzhou, new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)).Offset.TotalHours);
        Assert.Equal(1, rule.LocalTime(Hangzhou, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)).Offset.TotalHours);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(100_000, false)]
    [InlineData(200_000, true)]
    [InlineData(300_000, true)]
    public void Only_rings_wholly_beyond_the_radius_are_silent(double innerRadiusMetres, bool isSilent)
    {
        var midnight = new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
        Assert.Equal(isSilent, Rule().IsSilent(Hangzhou, innerRadiusMetres, midnight));
        Assert.False(Rule().IsSilent(Hangzhou, innerRadiusMetres, midnight.AddHours(12)));
    }

    [Fact]
    public void A_night_may_lie_within_a_day()
    {
        var rule = Rule(o => (o.Start, o.End) = (new TimeOnly(1, 0), new TimeOnly(5, 0)));
        Assert.False(rule.IsNight(Hangzhou, new DateTimeOffset(2026, 11, 23, 16, 30, 0, TimeSpan.Zero)));
        Assert.True(rule.IsNight(Hangzhou, new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero)));
        Assert.False(rule.IsNight(Hangzhou, new DateTimeOffset(2026, 11, 23, 21, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Settings_that_could_not_be_kept_are_refused_by_their_keys()
    {
        Assert.True(Validate(_ => { }).Succeeded);
        Assert.Contains("Reunion:Alerts:Night:FromRadiusMetres", Validate(o => o.FromRadiusMetres = double.NaN).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Reunion:Alerts:Night:FromRadiusMetres", Validate(o => o.FromRadiusMetres = 5_000_001).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Reunion:Alerts:Night:End", Validate(o => o.End = o.Start).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Reunion:Alerts:Night:TimeZone", Validate(o => o.TimeZone = "Moon/Crater").FailureMessage, StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Validate(Action<NightOptions> change)
    {
        var options = new NightOptions();
        change(options);
        return new NightOptionsValidator().Validate(null, options);
    }

    private static NightRule Rule(Action<NightOptions>? change = null)
    {
        var options = new NightOptions();
        change?.Invoke(options);
        return new NightRule(Options.Create(options));
    }
}
