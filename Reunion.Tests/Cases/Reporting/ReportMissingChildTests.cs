using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Cases.Reporting;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography.Places;
using Reunion.Core.Live;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Cases.Reporting;

public sealed class ReportMissingChildTests
{
    private static readonly Gazetteer Places = new(Options.Create(new GazetteerOptions()));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_report_waits_for_its_units_officers_until_one_of_them_opens_it(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        await AddOfficerAsync(scene, TestPeople.Officer.UnitCode);
        await AddOfficerAsync(scene, "440103");
        var receipt = await Reporting(scene).ExecuteAsync(Report(), TestFiles.Photo, Cancel);

        var reports = scene.Get<ReadReports>();
        Assert.Equal([receipt.CaseId], await reports.UnreadAsync(TestPeople.Officer, Cancel));
        Assert.Empty(await reports.UnreadAsync(TestPeople.Officer with { UnitCode = "440103" }, Cancel));
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(() => reports.UnreadAsync(TestPeople.Supervisor, Cancel))).Code);
        Assert.False((await reports.ByCodeAsync(receipt.ReportCode, Cancel))!.IsRead);
        Assert.Null(await reports.ByCodeAsync("0000000000000000", Cancel));

        await scene.Get<ReadCases>().OpenAsync(TestPeople.Officer, receipt.CaseId, Cancel);
        Assert.Empty(await reports.UnreadAsync(TestPeople.Officer, Cancel));
        Assert.True((await reports.ByCodeAsync(receipt.ReportCode, Cancel))!.IsRead);
        Assert.Equal("Rough", Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.CaseReported).Detail);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_report_many_times_at_once_is_one_case(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        await AddOfficerAsync(scene, "330106");
        var reporting = Reporting(scene);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => reporting.ExecuteAsync(Report(), TestFiles.Photo, Cancel))));
        Assert.Single(receipts.Distinct());
        Assert.Single(await scene.RowsAsync<Case>());
        var corrected = Report();
        corrected.ReporterPhone = "13900000000";
        Assert.NotEqual(receipts[0], await reporting.ExecuteAsync(corrected, TestFiles.Photo, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Where_no_unit_has_an_officer_the_parent_is_told_so(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        await AddOfficerAsync(scene, "330106", isDisabled: true);
        var refused = await Assert.ThrowsAsync<ProblemException>(() => Reporting(scene).ExecuteAsync(Report(), TestFiles.Photo, Cancel));
        Assert.Equal("no_unit", refused.Code);
        Assert.Empty(await scene.RowsAsync<Case>());
    }

    private static ReportMissingChild Reporting(TestScene scene) => new(
        scene.Get<IDbContextFactory<ReunionDbContext>>(), new MissingReportValidator(), scene.Get<CaseFileValidator>(), new PoliceUnits(Places), Places,
        scene.Get<AuditTrail>(), scene.Get<LiveFeed>(), scene.Clock);

    private static MissingReport Report() => new()
    {
        Name = "小雨",
        Sex = Sex.Female,
        BirthDate = new DateOnly(2017, 5, 4),
        Place = "杭州市西湖区文三路",
        LastSeenAtUtc = TestFiles.Now.AddMinutes(-30),
        ReporterName = "家长",
        ReporterPhone = "138 0000 0000",
        IdempotencyKey = "key",
    };

    private static async Task AddOfficerAsync(TestScene scene, string unit, bool isDisabled = false)
    {
        await using var db = scene.Db();
        var role = await db.Set<IdentityRole>().FirstOrDefaultAsync(r => r.Name == Roles.Officer, Cancel);
        if (role is null)
            db.Add(role = new IdentityRole(Roles.Officer) { NormalizedName = Roles.Officer.ToUpperInvariant() });
        var account = new Account { UserName = unit, UnitCode = unit, UnitName = unit, DisabledAtUtc = isDisabled ? TestFiles.Now : null };
        db.Add(account);
        db.Add(new IdentityUserRole<string> { UserId = account.Id, RoleId = role.Id });
        await db.SaveChangesAsync(Cancel);
    }
}
