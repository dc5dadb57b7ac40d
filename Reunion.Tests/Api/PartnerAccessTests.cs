using System.Net;
using System.Net.Http.Headers;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Tests.Support;

namespace Reunion.Tests.Api;

[Collection(SurfaceScene.Collection)]
public sealed class PartnerAccessTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer rnk_wrong")]
    [InlineData("Basic cm5rXw==")]
    public async Task Without_a_valid_key_everything_is_401(string? authorization)
    {
        using var client = ReunionApp.Client(scene.PartnerUrl);
        if (authorization is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        foreach (var path in new[] { "partner/v1/alerts", "partner/v1/alerts/alert_x", "hubs/tips?id=1" })
        {
            using var answer = await client.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            await AssertProblemAsync(answer, "unauthorized");
        }
    }

    [Fact]
    public async Task A_suspended_partner_is_403_and_a_revoked_key_401()
    {
        var partner = await scene.AddPartnerAsync();
        await scene.Get<SuspendPartner>().ExecuteAsync(TestActors.Admin, partner.Id, PartnerStatus.Suspended, Cancel);
        using var suspended = await partner.Client.GetAsync("partner/v1/alerts", Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, suspended.StatusCode);
        await AssertProblemAsync(suspended, "partner_suspended");

        await scene.Get<SuspendPartner>().ExecuteAsync(TestActors.Admin, partner.Id, PartnerStatus.Active, Cancel);
        var keys = scene.Get<PartnerKeys>();
        foreach (var key in await keys.ListAsync(TestActors.Admin, partner.Id, Cancel))
            await keys.RevokeAsync(TestActors.Admin, key.Id, Cancel);
        using var revoked = await partner.Client.GetAsync("partner/v1/alerts", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, revoked.StatusCode);
    }

    [Fact]
    public async Task A_removed_partner_is_401_at_once()
    {
        var partner = await scene.AddPartnerAsync();
        using var before = await partner.Client.GetAsync("partner/v1/alerts", Cancel);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await scene.Get<RemovePartner>().ExecuteAsync(TestActors.Admin, partner.Id, Cancel);
        using var after = await partner.Client.GetAsync("partner/v1/alerts", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        await AssertProblemAsync(after, "unauthorized");
    }

    [Fact]
    public async Task Over_its_rate_a_partner_is_told_when_to_come_back_and_others_are_not_slowed()
    {
        var hasty = await scene.AddPartnerAsync(requestsPerSecond: 2);
        var other = await scene.AddPartnerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hasty.Client.GetAsync("partner/v1/alerts", Cancel)));
        var refused = Assert.IsType<HttpResponseMessage>(answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        await AssertProblemAsync(refused, "rate_limited");
        using var fine = await other.Client.GetAsync("partner/v1/alerts", Cancel);
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
    }

    [Fact]
    public async Task The_docs_are_open_and_load_nothing_from_elsewhere()
    {
        using var client = ReunionApp.Client(scene.PartnerUrl);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        var document = await client.GetStringAsync("openapi/partner.json", Cancel);
        Assert.Contains("/partner/v1/presence", document, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/", document, StringComparison.Ordinal);

        using var page = await client.GetAsync("docs/", Cancel);
        var html = await page.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("://", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, string code)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await SurfaceScene.JsonAsync(answer)).GetProperty("code").GetString());
    }
}
