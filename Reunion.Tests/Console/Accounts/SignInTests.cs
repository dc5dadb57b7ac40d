using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Accounts;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Accounts;

public sealed class SignInTests(ReunionApp app) : IClassFixture<ReunionApp>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_the_sign_in_page_and_back()
    {
        using var client = ReunionApp.Client(app.ConsoleUrl);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await client.GetAsync("admin/people", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/login?returnUrl=%2Fadmin%2Fpeople", answer.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task A_program_that_is_not_signed_in_is_told_so()
    {
        using var client = ReunionApp.Client(app.ConsoleUrl);
        using var answer = await client.GetAsync("admin/people", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_look_alike()
    {
        Assert.Equal(await TryAsync("officer@reunion.demo"), await TryAsync("nobody@reunion.demo"));
    }

    [Theory]
    [InlineData(Roles.Officer, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Supervisor, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Admin, HttpStatusCode.OK)]
    public async Task Only_admins_see_the_people(string role, HttpStatusCode expected)
    {
        using var client = await app.SignInAsync(role);
        using var answer = await client.GetAsync("admin/people", TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(Roles.Officer)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Admin)]
    public async Task Everybody_sees_the_map(string role)
    {
        using var client = await app.SignInAsync(role);
        using var answer = await client.GetAsync("", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_ends_with_the_next_click_once_the_account_is_disabled()
    {
        var cancel = TestContext.Current.CancellationToken;
        var admin = TestActors.Admin;
        var added = await app.Services.GetRequiredService<CreatePerson>().ExecuteAsync(admin, TestActors.NewOfficer("gone@test.example"), cancel);
        using var client = await app.SignInAsync("gone@test.example", added.InitialPassword);
        await ChoosePasswordAsync(client, added.InitialPassword);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("", cancel)).StatusCode);

        await app.Services.GetRequiredService<DisablePerson>().ExecuteAsync(admin, added.AccountId, cancel);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("", cancel)).StatusCode);
        Assert.Equal(await TryAsync("nobody@test.example"), await TryAsync("gone@test.example", "a new password of mine"));
    }

    [Fact]
    public async Task Somebody_with_a_handed_over_password_chooses_another_first()
    {
        var cancel = TestContext.Current.CancellationToken;
        var added = await app.Services.GetRequiredService<CreatePerson>()
            .ExecuteAsync(TestActors.Admin, TestActors.NewOfficer("new@test.example"), cancel);
        using var client = await app.SignInAsync("new@test.example", added.InitialPassword);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("", cancel)).StatusCode);
        await ChoosePasswordAsync(client, added.InitialPassword);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("", cancel)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in()
    {
        using var client = await app.SignInAsync(Roles.Officer);
        using var answer = await client.PostFormAsync("account/login", "", [], to: "account/logout");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_an_account_for_a_while()
    {
        var cancel = TestContext.Current.CancellationToken;
        await app.Services.GetRequiredService<CreatePerson>().ExecuteAsync(TestActors.Admin, TestActors.NewOfficer("locked@test.example"), cancel);
        for (var i = 0; i < 10; i++)
            await TryAsync("locked@test.example");
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync(cancel);
        Assert.NotNull((await db.Set<Account>().SingleAsync(a => a.Email == "locked@test.example", cancel)).LockoutEnd);
    }

    private static async Task ChoosePasswordAsync(HttpClient client, string old)
    {
        using var answer = await client.PostFormAsync(
            "account/password", "password", new() { ["Input.OldPassword"] = old, ["Input.Password"] = "a new password of mine" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<string> TryAsync(string email, string password = "not the password")
    {
        using var client = new HttpClient { BaseAddress = app.ConsoleUrl };
        using var answer = await client.PostFormAsync(
            "account/login", "sign-in", new() { ["Input.Email"] = email, ["Input.Password"] = password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return page[page.IndexOf("<h1", StringComparison.Ordinal)..page.IndexOf("<label", StringComparison.Ordinal)];
    }
}
