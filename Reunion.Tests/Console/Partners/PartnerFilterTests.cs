using Reunion.Console.Components.Pages.Partners.List;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Health;
using Reunion.Core.Partners;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Partners;

public sealed class PartnerFilterTests
{
    private static readonly DateTimeOffset Now = TestFiles.Now;

    private static readonly PartnerLine[] Lines =
    [
        Line("Anna", phones: 5, attempts: 100, delivered: 100, p99: 200),
        Line("bert", phones: 50, attempts: 100, delivered: 90, p99: 9_000, waitsMinutes: 30),
        Line("Cleo", phones: 20, status: PartnerStatus.Removed),
        Line("Dora", phones: 0, waitsMinutes: 2),
    ];

    [Fact]
    public void At_first_all_but_the_removed_are_shown_by_name()
    {
        Assert.Equal(["Anna", "bert", "Dora"], Names(new PartnerFilter()));
        Assert.Equal(["Dora", "Cleo", "bert", "Anna"], Names(new PartnerFilter(WithRemoved: true).By(PartnerOrder.Name)));
    }

    [Fact]
    public void A_column_shows_what_is_bad_first_and_at_a_second_click_last_and_what_is_not_known_always_last()
    {
        var success = new PartnerFilter().By(PartnerOrder.Success);
        Assert.Equal(["bert", "Anna", "Dora"], Names(success));
        Assert.Equal(["Anna", "bert", "Dora"], Names(success.By(PartnerOrder.Success)));
        Assert.Equal(["bert", "Anna", "Dora"], Names(success.By(PartnerOrder.Slowness)));
        Assert.Equal(["bert", "Dora", "Anna"], Names(success.By(PartnerOrder.Waiting)));
        Assert.Equal(["bert", "Anna", "Dora"], Names(success.By(PartnerOrder.Phones)));
        Assert.Equal(["bert", "Anna", "Dora"], Names(success.By(PartnerOrder.Contact)));
    }

    [Fact]
    public void A_part_of_the_name_is_enough() => Assert.Equal(["bert"], Names(new PartnerFilter(Text: " ER ")));

    [Fact]
    public void Only_those_that_fail_wait_long_or_are_gone_need_attention()
    {
        Assert.Equal(["bert"], Names(new PartnerFilter(OnlyTroubled: true, WithRemoved: true)));
        var line = Lines[0];
        Assert.False(line.NeedsAttention(Now));
        Assert.True((line with { Health = line.Health with { IsCircuitOpen = true } }).NeedsAttention(Now));
        foreach (var trouble in (Action<Partner>[])[
            p => p.EndpointGoneAtUtc = Now, p => p.ExerciseEndpointGoneAtUtc = Now, p => p.DeliveryPausedAtUtc = Now])
        {
            var troubled = Line("Anna");
            trouble(troubled.Partner);
            Assert.True(troubled.NeedsAttention(Now));
        }
    }

    private static IEnumerable<string> Names(PartnerFilter filter) => filter.Of(Lines, Now).Select(l => l.Partner.Name);

    private static PartnerLine Line(
        string name, long phones = 0, int attempts = 0, int delivered = 0, double? p99 = null, int? waitsMinutes = null,
        PartnerStatus status = PartnerStatus.Active)
    {
        var id = PartnerId.From(Guid.CreateVersion7(Now));
        return new PartnerLine(
            new Partner { Id = id, Name = name, Endpoint = "https://app.example", CreatedAtUtc = Now, Status = status },
            new PartnerHealth(
                id, phones, attempts > 0 ? Now.AddMinutes(-phones) : null, [new HourFigure(Now, attempts, delivered)], p99, p99, 0,
                waitsMinutes is { } minutes ? Now.AddMinutes(-minutes) : null, false, null, null, null));
    }
}
