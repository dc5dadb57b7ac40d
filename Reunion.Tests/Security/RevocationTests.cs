using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Accounts;
using Reunion.Core.Common.People;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Security;

/// <summary>What is taken away is gone with the next request, whoever is signed in.</summary>
public sealed class RevocationTests(ReunionApp app) : IClassFixture<ReunionApp>
{
    [Fact]
    public async Task A_role_taken_away_closes_its_pages_with_the_next_request()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var supervisor = await app.SignInAsync(Roles.Supervisor);
        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync("tips", cancel)).StatusCode);
        var id = await AccountIdAsync("supervisor@reunion.demo");
        await app.Services.GetRequiredService<ChangeRoles>().ExecuteAsync(TestActors.Admin, id, [Roles.Officer], cancel);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.GetAsync("tips", cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync("cases", cancel)).StatusCode);
    }

    [Fact]
    public async Task A_disabled_account_reaches_nothing_with_the_next_request()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var officer = await app.SignInAsync(Roles.Officer);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("cases", cancel)).StatusCode);
        await app.Services.GetRequiredService<DisablePerson>().ExecuteAsync(TestActors.Admin, await AccountIdAsync("officer@reunion.demo"), cancel);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.GetAsync("cases", cancel)).StatusCode);
    }

    [Fact]
    public async Task A_revoked_key_and_a_suspended_partner_are_refused_with_the_next_request()
    {
        var cancel = TestContext.Current.CancellationToken;
        var partner = await app.Services.GetRequiredService<RegisterPartner>().ExecuteAsync(TestActors.Admin, TestFiles.Partner("Revoked"), cancel);
        using var client = ReunionApp.Client(app.PartnerUrl);
        client.DefaultRequestHeaders.Authorization = new("Bearer", partner.ApiKey);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("partner/v1/alerts", cancel)).StatusCode);
        await app.Services.GetRequiredService<SuspendPartner>().ExecuteAsync(TestActors.Admin, partner.Id, PartnerStatus.Suspended, cancel);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("partner/v1/alerts", cancel)).StatusCode);
        var keys = app.Services.GetRequiredService<PartnerKeys>();
        await keys.RevokeAsync(TestActors.Admin, (await keys.ListAsync(TestActors.Admin, partner.Id, cancel))[0].Id, cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("partner/v1/alerts", cancel)).StatusCode);
    }

    private async Task<string> AccountIdAsync(string email)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync();
        return await db.Set<Account>().Where(a => a.Email == email).Select(a => a.Id).SingleAsync();
    }
}
