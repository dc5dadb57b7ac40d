using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Pages.Cases.Reading;
using Reunion.Console.Resources;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Cases;

public sealed class TimelineLineTests
{
    private static readonly CircleId Circle = new(Guid.Parse("0198a000-0000-7000-8000-000000000001"));

    [Theory]
    [InlineData("en", "Case filed|Alert issued|2 rings sent, out to 200 km: 1,500 phones|Tips received: 2|Circle grew to 300 km: 700 phones, silent at night|Case closed: Found safe")]
    [InlineData("zh-Hans", "登记案件|发布警报|发送2圈，扩大到200公里：1,500部手机|收到线索：2条|范围扩大到300公里：700部手机，夜间静音|结案：平安找到")]
    public void The_story_groups_rings_and_tips_that_follow_each_other(string language, string expected)
    {
        using var culture = new CultureScope(language);
        var text = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<CasesText>>();
        var lines = TimelineLine.Of(View(
            Entry(AuditAction.CaseFiled), Entry(AuditAction.AlertIssued, "Actual"), Ring(100_000), Ring(200_000),
            Entry(AuditAction.TipReceived, "Sighting"), Entry(AuditAction.TipReceived, "Ride"), Ring(300_000), Entry(AuditAction.CaseClosed, "FoundSafe")), text);
        Assert.Equal(expected.Split('|'), lines.Select(l => l.Words));
    }

    private static CaseView View(params AuditEntry[] entries) => new(TestPeople.Officer, null!, null, [Sent(1, 0, 1000), Sent(2, 100_000, 500), Sent(3, 200_000, 700, isSilent: true)], [], entries, 0);

    private static Ring Sent(int number, double inner, long phones, bool isSilent = false) => new()
    {
        CircleId = Circle,
        Number = number,
        AlertId = default,
        InnerRadiusMetres = inner,
        OuterRadiusMetres = inner + 100_000,
        DueAtUtc = TestFiles.Now,
        SentAtUtc = TestFiles.Now,
        Phones = phones,
        IsSilent = isSilent,
    };

    private static AuditEntry Ring(double outerMetres) => Entry(AuditAction.RingSent, $"{outerMetres:0}", Circle.ToString());

    private static AuditEntry Entry(AuditAction action, string detail = "", string subject = "") => new()
    {
        AtUtc = TestFiles.Now, ActorId = "officer-1", ActorName = "Officer", Action = action, Subject = subject, Detail = detail,
    };
}
