using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Hosting.Accounts;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Accounts;

public sealed class SetupTests(ReunionAppWithoutAccounts app) : IClassFixture<ReunionAppWithoutAccounts>
{
    [Fact]
    public async Task The_first_admin_is_made_once_and_the_link_is_dead_afterwards()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.ConsoleUrl };
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("setup", cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("setup?token=guess", cancel)).StatusCode);

        var link = "setup?token=" + app.Services.GetRequiredService<SetupToken>().Value;
        using var wrong = await client.PostFormAsync(link, "setup", Form("short"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Contains("password-error", await wrong.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);

        using var made = await client.PostFormAsync(link, "setup", Form("three unrelated words"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(link, cancel)).StatusCode);

        using var admin = await app.SignInAsync("first@test.example", "three unrelated words");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("admin/people", cancel)).StatusCode);
        await app.RestartAsync();
        Assert.Null(app.Services.GetRequiredService<SetupToken>().Value);
    }

    private static Dictionary<string, string> Form(string password) => new()
    {
        ["Input.Name"] = "First Admin",
        ["Input.Email"] = "first@test.example",
        ["Input.UnitCode"] = "330100",
        ["Input.UnitName"] = "Test Unit",
        ["Input.Password"] = password,
    };
}
