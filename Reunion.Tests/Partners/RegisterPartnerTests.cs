using Reunion.Core.Audit;
using Reunion.Core.Common.Problems;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Partners;

public sealed class RegisterPartnerTests
{
    public static TheoryData<string, string, Action<PartnerForm>> Mistakes { get; } = new()
    {
        { "Name", "required", f => f.Name = "" },
        { "Name", "too_long", f => f.Name = new string('x', 101) },
        { "Endpoint", "required", f => f.Endpoint = "" },
        { "Endpoint", "endpoint_malformed", f => f.Endpoint = "not a url" },
        { "Endpoint", "endpoint_malformed", f => f.Endpoint = "http://plain.example/hooks" },
        { "Endpoint", "endpoint_malformed", f => f.Endpoint = "ftp://files.example/hooks" },
        { "Endpoint", "endpoint_malformed", f => f.Endpoint = "https://user:secret@rides.example/hooks" },
        { "ExerciseEndpoint", "endpoint_malformed", f => f.ExerciseEndpoint = "http://plain.example" },
        { "ExerciseEndpoint", "exercise_endpoint_same", f => f.ExerciseEndpoint = f.Endpoint },
        { "Targeting", "required", f => f.Targeting = 0 },
        { "Regions", "region_malformed", f => f.Regions = [new ServiceRegion(" ", 30, 120, 50_000)] },
        { "Regions", "region_malformed", f => f.Regions = [new ServiceRegion("Beyond", 91, 120, 50_000)] },
        { "Regions", "region_malformed", f => f.Regions = [new ServiceRegion("Nowhere", 30, double.NaN, 50_000)] },
        { "Regions", "region_malformed", f => f.Regions = [new ServiceRegion("Point", 30, 120, 999)] },
        { "Regions", "region_malformed", f => f.Regions = [new ServiceRegion("World", 30, 120, 2_000_001)] },
        { "Regions", "too_many_regions", f => f.Regions = [.. Enumerable.Repeat(new ServiceRegion("Here", 30, 120, 1_000), 51)] },
        { "RequestsPerSecond", "rate_out_of_range", f => f.RequestsPerSecond = 0 },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_field(string field, string code, Action<PartnerForm> mistake)
    {
        var form = TestFiles.Partner();
        mistake(form);
        Assert.Equal([new FieldProblem(field, code)], new PartnerFormValidator().Problems(form));
    }

    [Fact]
    public void Plain_http_is_taken_inside_the_own_network()
    {
        var form = TestFiles.Partner();
        (form.Endpoint, form.IsInternal) = ("http://maps.police.internal/hooks", true);
        Assert.Empty(new PartnerFormValidator().Problems(form));
    }

    [Theory, OnBothDatabases]
    public async Task A_name_is_given_once_and_a_new_endpoint_forgets_that_the_old_one_was_gone(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var register = scene.Get<RegisterPartner>();
        var partner = await register.ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);
        var twice = await Assert.ThrowsAsync<ProblemException>(() => register.ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel));
        Assert.Equal([new FieldProblem("Name", "name_taken")], twice.Fields);

        await using (var db = scene.Db())
        {
            (await db.FindAsync<Partner>([partner.Id], cancel))!.EndpointGoneAtUtc = scene.Clock.GetUtcNow();
            await db.SaveChangesAsync(cancel);
        }
        var form = TestFiles.Partner();
        form.Endpoint = "https://rides.example/new";
        await register.UpdateAsync(TestPeople.Admin, partner.Id, 1, form, cancel);
        Assert.Null((await scene.Get<ReadPartners>().GetAsync(TestPeople.Admin, partner.Id, cancel)).EndpointGoneAtUtc);
    }

    [Theory, OnBothDatabases]
    public async Task Regions_are_kept_and_private_addresses_are_an_act_of_their_own_in_the_audit(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var register = scene.Get<RegisterPartner>();
        var form = TestFiles.Partner();
        form.Regions = [new ServiceRegion("  杭州 ", 30.27, 120.15, 50_000)];
        var partner = await register.ExecuteAsync(TestPeople.Admin, form, cancel);
        Assert.Equal([new ServiceRegion("杭州", 30.27, 120.15, 50_000)], (await scene.Get<ReadPartners>().GetAsync(TestPeople.Admin, partner.Id, cancel)).Regions);

        form.IsInternal = true;
        await register.UpdateAsync(TestPeople.Admin, partner.Id, 0, form, cancel);
        await register.UpdateAsync(TestPeople.Admin, partner.Id, 1, form, cancel);
        form.IsInternal = false;
        form.Regions = [];
        await register.UpdateAsync(TestPeople.Admin, partner.Id, 1, form, cancel);

        Assert.Empty((await scene.Get<ReadPartners>().GetAsync(TestPeople.Admin, partner.Id, cancel)).Regions);
        Assert.Equal(
            [AuditAction.PartnerMadeInternal, AuditAction.PartnerMadePublic],
            (await scene.RowsAsync<AuditEntry>()).OrderBy(e => e.Sequence).Select(e => e.Action)
                .Where(a => a is AuditAction.PartnerMadeInternal or AuditAction.PartnerMadePublic));
    }

    [Theory, OnBothDatabases]
    public async Task A_suspended_partner_is_known_and_marked_and_can_come_back(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);
        var suspend = scene.Get<SuspendPartner>();
        await suspend.ExecuteAsync(TestPeople.Admin, partner.Id, PartnerStatus.Suspended, cancel);
        Assert.Equal(PartnerStatus.Suspended, (await scene.Get<AuthenticatePartner>().ExecuteAsync(partner.ApiKey, cancel))?.Status);
        await suspend.ExecuteAsync(TestPeople.Admin, partner.Id, PartnerStatus.Active, cancel);
        Assert.Equal(PartnerStatus.Active, (await scene.Get<ReadPartners>().ListAsync(TestPeople.Officer, cancel)).Single().Status);
    }

    [Fact]
    public async Task Only_an_admin_registers()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        foreach (var actor in (Core.Common.People.Actor[])[TestPeople.Officer, TestPeople.Supervisor, TestPeople.Nobody])
            Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(
                () => scene.Get<RegisterPartner>().ExecuteAsync(actor, TestFiles.Partner(), TestContext.Current.CancellationToken))).Code);
    }
}
