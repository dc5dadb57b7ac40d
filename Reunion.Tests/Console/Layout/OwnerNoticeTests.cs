using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Components.Layout;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Tips;
using Reunion.Tests.Console.Cases;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Layout;

public sealed class OwnerNoticeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verified_tip_of_the_own_unit_is_shown_told_to_the_browser_and_hidden_when_asked()
    {
        await using var context = await CasesContext.CreateAsync();
        var notice = Render(context, out var browser);
        var tip = await VerifyAsync(context, context.Officer, "在萧山站看见她");

        notice.WaitForState(() => notice.FindAll("[data-testid=owner-notice]").Count == 1);
        Assert.Contains("小雨", notice.Markup, StringComparison.Ordinal);
        Assert.Contains("在萧山站看见她", notice.Markup, StringComparison.Ordinal);
        Assert.StartsWith("cases/case_", notice.Find("a").GetAttribute("href"), StringComparison.Ordinal);
        notice.WaitForState(() => browser.Invocations["tellOwner"].Count == 1);
        var told = browser.Invocations["tellOwner"][0].Arguments[0]!.ToString()!;
        Assert.Contains(tip.ToString(), told, StringComparison.Ordinal);
        Assert.DoesNotContain("萧山站看见", told, StringComparison.Ordinal);

        await notice.Find("button").ClickAsync(new());
        Assert.Empty(notice.FindAll("[data-testid=owner-notice]"));
    }

    [Fact]
    public async Task A_tip_of_another_unit_is_not_shown()
    {
        await using var context = await CasesContext.CreateAsync();
        var notice = Render(context, out var browser);
        await VerifyAsync(context, TestPeople.OfficerElsewhere, "别处的线索");
        await VerifyAsync(context, context.Officer, "自己的线索");
        notice.WaitForState(() => notice.FindAll("[data-testid=owner-notice]").Count > 0);
        Assert.Contains("自己的线索", Assert.Single(notice.FindAll("[data-testid=owner-notice]")).TextContent, StringComparison.Ordinal);
        notice.WaitForState(() => browser.Invocations["tellOwner"].Count > 0);
        Assert.Single(browser.Invocations["tellOwner"]);
    }

    private static IRenderedComponent<OwnerNotice> Render(CasesContext context, out BunitJSModuleInterop browser)
    {
        context.Services.AddSingleton(context.Scene.Get<ReadOwnTip>());
        browser = context.JSInterop.SetupModule("./assets/console.js");
        browser.Mode = JSRuntimeMode.Loose;
        return context.Render<OwnerNotice>();
    }

    private static async Task<TipId> VerifyAsync(CasesContext context, Actor owner, string text)
    {
        var scene = context.Scene;
        var id = await scene.Get<FileCase>().ExecuteAsync(owner, TypedId.New<CaseId>(scene.Clock), TestFiles.Case(), TestFiles.Photo, Cancel);
        var alert = await scene.Get<IssueAlert>().ExecuteAsync(owner, id, 0, new IssueRequest(AlertMode.Actual, ClockStart.Report), Cancel);
        var form = TestFiles.Tip();
        form.Text = text;
        var tip = await scene.TippedAsync(alert, form);
        await scene.Get<ReviewTip>().VerifyAsync(TestPeople.Supervisor, tip.Id, tip.Version, "camera", false, Cancel);
        return tip.Id;
    }
}
