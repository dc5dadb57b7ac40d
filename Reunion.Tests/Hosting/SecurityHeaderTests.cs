using Reunion.Tests.Support;

namespace Reunion.Tests.Hosting;

public sealed class SecurityHeaderTests(ReunionApp app) : IClassFixture<ReunionApp>
{
    [Fact]
    public async Task Pages_run_no_script_but_our_own_and_are_framed_by_nobody()
    {
        using var client = ReunionApp.Client(app.ConsoleUrl);
        using var answer = await client.GetAsync("account/login", TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_interactive_page_has_one_policy()
    {
        using var client = await app.SignInAsync(Core.Common.People.Roles.Admin);
        using var answer = await client.GetAsync("admin/people", TestContext.Current.CancellationToken);
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }
}
