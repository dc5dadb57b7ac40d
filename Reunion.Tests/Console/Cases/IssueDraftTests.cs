using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Pages.Cases.Issuing;
using Reunion.Console.Resources;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Cases;

public sealed class IssueDraftTests
{
    private static readonly IStringLocalizer<CasesText> Text =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<CasesText>>();

    [Theory]
    [InlineData("en", AlertMode.Actual, 412_380, "Alert 412,380 phones in 2 apps")]
    [InlineData("zh-Hans", AlertMode.Actual, 412_380, "向2个应用的412,380部手机发布警报")]
    [InlineData("en", AlertMode.Actual, 27_400_000, "Alert 27.4 million phones in 2 apps")]
    [InlineData("zh-Hans", AlertMode.Actual, 27_400_000, "向2个应用的2,740万部手机发布警报")]
    [InlineData("en", AlertMode.Exercise, 412_380, "Start exercise in 2 apps")]
    [InlineData("en", AlertMode.Actual, 0, "Alert 1 app")]
    public void The_button_says_what_happens_and_to_how_many(string language, AlertMode mode, long phones, string expected)
    {
        using var culture = new CultureScope(language);
        var draft = Draft(TimeSpan.Zero);
        draft.Mode = mode;
        draft.Steps =
        [
            new ReachStep(1, 100_000, TestFiles.Now, true,
            [
                new PartnerReach(default, "Rides", Targeting.Devices, phones), new PartnerReach(default, "News", Targeting.Area, 0),
                new PartnerReach(default, "Far away", Targeting.Devices, 0),
            ]),
            new ReachStep(2, 200_000, TestFiles.Now.AddHours(1), false, []),
        ];
        Assert.Equal(expected, Text.Act(draft));
    }

    [Theory]
    [InlineData(50, ClockStart.Report)]
    [InlineData(61, ClockStart.LastSeen)]
    public void A_report_over_an_hour_late_proposes_to_count_from_the_last_sighting(int minutesLate, ClockStart proposed) =>
        Assert.Equal(proposed, Draft(TimeSpan.FromMinutes(minutesLate)).Start);

    [Fact]
    public void The_texts_are_proposed_in_both_languages()
    {
        var request = Draft(TimeSpan.Zero).ToRequest();
        Assert.Contains("小雨", request.Headline!.Zh, StringComparison.Ordinal);
        Assert.Contains("Missing", request.Headline.En, StringComparison.Ordinal);
        Assert.Equal(AlertMode.Actual, request.Mode);
    }

    [Fact]
    public void A_centre_that_was_moved_goes_with_the_request_and_one_put_back_does_not()
    {
        var draft = Draft(TimeSpan.Zero);
        Assert.Null(draft.ToRequest().Centre);
        draft.Centre = new GeoPoint(30.1, 120);
        Assert.Equal(new GeoPoint(30.1, 120), draft.ToRequest().Centre);
        Assert.Equal(11_085.3, draft.MovedMetres, 0.5);
        var held = draft.HandleId;
        draft.PutBack();
        Assert.Null(draft.ToRequest().Centre);
        // What is still on its way from the old grip is not followed.
        Assert.NotEqual(held, draft.HandleId);
    }

    private static IssueDraft Draft(TimeSpan late) => new(
        new Case
        {
            Id = default,
            UnitCode = "330106",
            FiledByAccountId = "officer-1",
            FiledByName = "Officer",
            FiledAtUtc = TestFiles.Now,
            ReportedAtUtc = TestFiles.Now,
            Child = new Child { Name = "小雨", BirthDate = new DateOnly(2017, 5, 4) },
            LastSeen = new LastSeen { Latitude = 30, Longitude = 120, AtUtc = TestFiles.Now - late, Place = "杭州" },
        },
        TestFiles.Now);
}
