using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reunion.Console.Components.Controls.Ledger;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Ledger;

public sealed class LedgerPartsTests : BunitContext
{
    private static readonly DateTimeOffset Asked = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Asked.AddMinutes(30));

    public LedgerPartsTests() => Services.AddLocalization().AddLogging().AddSingleton<TimeProvider>(_clock);

    [Theory]
    [InlineData("en", "30 min left", "Late by 1 min", "Late by 2 h 0 min")]
    [InlineData("zh-Hans", "还剩30分钟", "逾期1分钟", "逾期2小时0分")]
    public void A_withdrawal_becomes_late_by_itself(string language, string before, string after, string later)
    {
        using var culture = new CultureScope(language);
        var mark = Render<WithdrawalMark>(p => p.Add(m => m.Line, Line(told: Asked)));
        Assert.Equal(("Waiting", before), State(mark));
        _clock.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(10));
        mark.WaitForAssertion(() => Assert.Equal(("Late", after), State(mark)));
        Assert.Contains("is-gone", mark.Find("span").ClassName, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(120) - TimeSpan.FromSeconds(10));
        mark.WaitForAssertion(() => Assert.Equal(("Late", later), State(mark)));
    }

    [Fact]
    public void What_was_confirmed_and_who_was_never_told_is_said()
    {
        using var culture = new CultureScope("en");
        Assert.Equal(("Confirmed", "Confirmed 11-23 16:20"), State(Mark(Line(confirmed: Asked.AddMinutes(20)))));
        Assert.Equal(("ConfirmedLate", "Confirmed 11-23 18:00, 1 h 0 min late"), State(Mark(Line(confirmed: Asked.AddHours(2)))));
        Assert.Equal(("Waiting", "Not told yet, 30 min left"), State(Mark(Line())));
    }

    [Fact]
    public void The_ledger_names_partners_for_an_alert_and_alerts_for_a_partner_with_their_reminders()
    {
        using var culture = new CultureScope("en");
        WithdrawalLine[] lines = [Line(told: Asked), Line(told: Asked, reminders: 2), Line(told: Asked, reminders: 7, isGivenUp: true)];
        var table = Render<WithdrawalTable>(p => p.Add(t => t.Lines, lines[..1]));
        Assert.Equal("Rides", table.Find("[data-testid=withdrawal] td").TextContent.Trim());
        Assert.Equal("None", table.Find("[data-testid=withdrawal-reminders]").TextContent);
        Assert.Empty(table.FindAll("[data-testid=withdrawal-by-phone]"));
        var called = Render<WithdrawalTable>(p => p
            .Add(t => t.Lines, [Line(told: Asked, confirmed: Asked.AddHours(2), byPhone: "Li Na")]).Add(t => t.Act, line => $"call {line.PartnerName}"));
        Assert.Equal("by telephone, Li Na", called.Find("[data-testid=withdrawal-by-phone]").TextContent);
        Assert.Equal("call Rides", called.Find("td.is-actions").TextContent);
        foreach (var (line, words) in new[] { (lines[1], "2, last 11-23 18:00"), (lines[2], "7, last 11-23 18:00; no more will be sent") })
        {
            var own = Render<WithdrawalTable>(p => p.Add(t => t.Lines, [line]).Add(t => t.OfPartner, true));
            Assert.Equal("7K3QX9PM", own.Find("[data-testid=withdrawal] code").TextContent);
            Assert.Equal(words, own.Find("[data-testid=withdrawal-reminders]").TextContent);
        }
    }

    [Fact]
    public void Rings_are_drawn_on_one_scale_and_the_silent_ones_are_marked()
    {
        using var culture = new CultureScope("en");
        var circle = new CircleId(Guid.Parse("0198a000-0000-7000-8000-000000000001"));
        var table = Render<TallyTable>(p => p.Add(t => t.Tally, new AlertTally(default, "7K3QX9PM", AlertMode.Actual, Asked,
        [
            new RingTally(circle, 1, 100_000, Asked, false, 2_000_000, 0, 1_000_000, 100_000, 0, 30),
            new RingTally(circle, 2, 200_000, Asked, true, 500_000, 0, 400_000, 0, 25, 1),
            new RingTally(circle, 3, 300_000, Asked, true, 0, 0, 0, 0, 0, 0),
        ], 2)));

        Assert.Equal(["100", "50", "5", "25", "20", "0", "0", "0", "0"], table.FindAll("rect").Select(r => r.GetAttribute("width")));
        Assert.Equal(["15", "2", "–"], table.FindAll("[data-testid=ring-rate]").Select(r => r.TextContent));
        Assert.Equal([0, 1, 1], table.FindAll("[data-testid=ring]").Select(r => r.QuerySelectorAll("[data-testid=ring-silent]").Length));
        Assert.StartsWith("2: to 200 km", table.FindAll("[data-testid=ring] td:first-child")[1].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("25", table.Find("[data-testid=unfounded]").TextContent, StringComparison.Ordinal);
        Assert.Equal("33", table.Find("tfoot td:nth-last-child(2)").TextContent);
    }

    private IRenderedComponent<WithdrawalMark> Mark(WithdrawalLine line) => Render<WithdrawalMark>(p => p.Add(m => m.Line, line));

    private static (string?, string) State(IRenderedComponent<WithdrawalMark> mark) =>
        (mark.Find("span").GetAttribute("data-state"), mark.Find("span").TextContent);

    private static WithdrawalLine Line(
        DateTimeOffset? told = null, DateTimeOffset? confirmed = null, string? byPhone = null, int reminders = 0, bool isGivenUp = false) => new(
        default, "7K3QX9PM", AlertMode.Actual, default, "Rides", Asked, told, Asked.AddHours(1), confirmed, byPhone, reminders,
        reminders > 0 ? Asked.AddHours(2) : null, isGivenUp);
}
