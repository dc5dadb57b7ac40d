using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using Reunion.Console.Components.Pages.Partners.Feedback;
using Reunion.Console.Hosting.Accounts;
using Reunion.Core.Accounts;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Live;
using Reunion.Core.Storage.Accounts;
using Reunion.Tests.Dispatch;
using Reunion.Tests.Dispatch.Receipts;
using Reunion.Tests.Support;

namespace Reunion.Tests.Console.Ledger;

public sealed class FeedbackCardTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Has not confirmed that photos are down: 1 late. Call them.")]
    [InlineData("zh-Hans", "有1张照片逾期未确认撤下，请致电该平台。")]
    public async Task A_partner_page_becomes_loud_when_a_photo_is_late_and_quiet_when_it_is_confirmed(string language, string loud)
    {
        using var culture = new CultureScope(language);
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var (alert, _) = await RecordReceiptTests.SentAsync(scene, partner);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await using var context = await ContextAsync(scene);
        var card = context.Render<WithdrawalCard>(p => p.Add(x => x.Partner, partner));
        card.WaitForElement(Id("withdrawal"));
        Assert.Empty(card.FindAll(Id("withdrawals-late")));

        scene.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
        card.WaitForAssertion(() => Assert.Equal(loud, card.Find(Id("withdrawals-late")).TextContent));
        Assert.Equal("alert", card.Find(Id("withdrawals-late")).GetAttribute("role"));

        await scene.Get<ConfirmWithdrawal>().ExecuteAsync(partner, alert, Cancel);
        card.WaitForAssertion(() =>
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(3));
            Assert.Empty(card.FindAll(Id("withdrawals-late")));
        });
    }

    [Fact]
    public async Task What_a_partner_says_on_the_telephone_is_recorded_after_asking_once()
    {
        using var culture = new CultureScope("en");
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var (alert, _) = await RecordReceiptTests.SentAsync(scene, partner);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await using var context = await ContextAsync(scene);
        var card = context.Render<WithdrawalCard>(p => p.Add(x => x.Partner, partner));

        await card.WaitForElement(Id("withdrawal-phone")).ClickAsync(new());
        Assert.Null((await scene.RowsAsync<PhotoWithdrawal>()).Single().ConfirmedAtUtc);
        await card.WaitForElement(Id("withdrawal-phone-yes")).ClickAsync(new());

        card.WaitForAssertion(() =>
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(3));
            Assert.StartsWith("by telephone, ", card.Find(Id("withdrawal-by-phone")).TextContent, StringComparison.Ordinal);
        });
        Assert.Empty(card.FindAll(Id("withdrawal-phone")));
    }

    [Fact]
    public async Task Receipts_stand_by_alert_and_open_ring_by_ring()
    {
        using var culture = new CultureScope("en");
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        scene.Report(partner, 50, 90_000);
        var (alert, circle) = await RecordReceiptTests.SentAsync(scene, partner);
        await scene.Get<RecordReceipt>().ExecuteAsync(partner, alert, RecordReceiptTests.Form(circle, "a", 60, 5), Cancel);
        await using var context = await ContextAsync(scene);
        var card = context.Render<TallyCard>(p => p.Add(x => x.Partner, partner));

        var row = card.WaitForElement(Id("tally"));
        Assert.Equal(["50", "50", "5", "0", "0"], row.QuerySelectorAll("td.is-number").Select(c => c.TextContent));
        Assert.Contains("10", card.Find(Id("unfounded-total")).TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll(Id("ring")));
        await card.Find($"{Id("tally")} button").ClickAsync(new());
        Assert.Single(card.FindAll(Id("ring")));
    }

    private static string Id(string testId) => $"[data-testid={testId}]";

    private static async Task<BunitContext> ContextAsync(DispatchScene scene)
    {
        await scene.Get<AccountsSeed>().EnsureDemoAsync();
        await using var db = scene.Db();
        var email = AccountsSeed.Demo[2].Email;
        var account = await db.Set<Account>().SingleAsync(a => a.Email == email, Cancel);
        var claims = new IdentityOptions().ClaimsIdentity;
        var current = new CurrentActor(
            scene.Get<ReadAccount>(), new HttpContextAccessor(), new ServiceCollection().BuildServiceProvider(), Options.Create(new IdentityOptions()));
        current.Use(new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(claims.UserIdClaimType, account.Id), new Claim(claims.SecurityStampClaimType, account.SecurityStamp!)], "test")));
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddLogging();
        context.Services.AddMudServices();
        context.Services.AddSingleton<TimeProvider>(scene.Clock);
        context.Services.AddSingleton(current);
        context.Services.AddSingleton(scene.Get<LiveFeed>());
        context.Services.AddSingleton(scene.Get<ReadWithdrawals>());
        context.Services.AddSingleton(scene.Get<ReadReceipts>());
        context.Services.AddSingleton(scene.Get<ConfirmWithdrawal>());
        return context;
    }
}
