using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Alerts.Publishing;

public sealed class AlertTextTests
{
    [Fact]
    public void The_headline_names_the_child_in_both_languages()
    {
        var (headline, _) = AlertText.Propose(Missing(), TestFiles.Now);
        Assert.Equal("寻找走失儿童：小雨，女，9岁，最后出现在杭州西湖区文三路", headline.Zh);
        Assert.Equal("Missing: 小雨, girl, 9 years old, last seen at 杭州西湖区文三路", headline.En);
    }

    [Fact]
    public void The_description_says_when_by_the_clock_of_the_place_and_whom_to_call()
    {
        var (_, description) = AlertText.Propose(Missing(), TestFiles.Now);
        Assert.StartsWith("11月23日 15:30 最后出现在杭州西湖区文三路。", description.Zh, StringComparison.Ordinal);
        Assert.StartsWith("Last seen on 23 November, 15:30 at 杭州西湖区文三路. 132 cm tall. 28 kg.", description.En, StringComparison.Ordinal);
        Assert.EndsWith("0571-87020110.", description.En, StringComparison.Ordinal);
        Assert.Contains("衣着：红色外套。", description.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_is_a_year_older_from_midnight_in_China_on()
    {
        var birthday = new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Contains("8 years", AlertText.Propose(Missing(), birthday.AddSeconds(-1)).Headline.En, StringComparison.Ordinal);
        Assert.Contains("9 years", AlertText.Propose(Missing(), birthday).Headline.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_left_out_without_a_gap()
    {
        var missing = Missing();
        missing.Child = new Child { Name = "小雨", BirthDate = missing.Child.BirthDate };
        var (_, description) = AlertText.Propose(missing, TestFiles.Now);
        Assert.DoesNotContain("cm", description.En, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", description.En, StringComparison.Ordinal);
        Assert.DoesNotContain(" 。", description.Zh, StringComparison.Ordinal);
    }

    private static Case Missing() => new()
    {
        Id = new CaseId(Guid.NewGuid()),
        UnitCode = "330106",
        FiledByAccountId = "x",
        FiledByName = "x",
        FiledAtUtc = TestFiles.Now,
        ReportedAtUtc = TestFiles.Now,
        Child = new Child { Name = "小雨", BirthDate = new DateOnly(2017, 5, 4), HeightCm = 132, WeightKg = 28, Clothing = "红色外套。" },
        LastSeen = new LastSeen { AtUtc = TestFiles.Now.AddMinutes(-30), Place = "杭州西湖区文三路", Latitude = 30, Longitude = 120 },
        ContactUnit = "西湖分局",
        ContactPhone = "0571-87020110",
    };
}
