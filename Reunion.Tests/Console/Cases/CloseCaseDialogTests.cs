using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Reunion.Console.Components.Dialogs.Cases;
using Reunion.Core.Cases;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Cases;

public sealed class CloseCaseDialogTests
{
    [Theory]
    [InlineData("en", "Found safe: close and tell 5 partners", "Partners told at once to take the photo down: 5.")]
    [InlineData("zh-Hans", "平安找到：结案并通知5个平台", "将立即通知5个合作平台撤下照片。")]
    public async Task The_button_names_the_outcome_and_how_many_are_told(string language, string act, string consequence)
    {
        using var culture = new CultureScope(language);
        await using var context = await CasesContext.CreateAsync();
        var dialogs = await OpenAsync(context, hasAlert: true, onlyCancels: false);
        Assert.True(dialogs.Find(Id("close-confirm")).HasAttribute("disabled"));
        await dialogs.Find(Id("outcome-foundsafe")).ChangeAsync(true);
        Assert.Equal(act, dialogs.Find(Id("close-confirm")).TextContent.Trim());
        Assert.StartsWith(consequence, dialogs.Find(Id("close-consequence")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_units_alert_can_only_be_cancelled_or_withdrawn()
    {
        await using var context = await CasesContext.CreateAsync();
        var dialogs = await OpenAsync(context, hasAlert: true, onlyCancels: true);
        Assert.Equal(["outcome-issuedinerror", "outcome-withdrawn"], dialogs.FindAll("input[name=outcome]").Select(o => o.GetAttribute("data-testid")));
    }

    [Fact]
    public async Task A_case_that_was_closed_meanwhile_says_so_in_the_dialog()
    {
        using var culture = new CultureScope("en");
        await using var context = await CasesContext.CreateAsync();
        var dialogs = await OpenAsync(context, hasAlert: false, onlyCancels: false);
        var missing = Assert.Single(await context.Scene.RowsAsync<Case>());
        await context.Scene.Get<Reunion.Core.Alerts.CloseCase>().ExecuteAsync(context.Officer, missing.Id, Outcome.Withdrawn, TestContext.Current.CancellationToken);
        await dialogs.Find(Id("outcome-foundsafe")).ChangeAsync(true);
        await dialogs.Find(Id("close-confirm")).ClickAsync(new());
        Assert.Equal("This case is closed already", dialogs.WaitForElement(Id("close-refused")).TextContent);
    }

    private static async Task<IRenderedComponent<MudDialogProvider>> OpenAsync(CasesContext context, bool hasAlert, bool onlyCancels)
    {
        var id = TestFiles.Case();
        await context.Scene.Get<FileCase>().ExecuteAsync(
            context.Officer, Core.Common.TypedId.New<Core.Common.CaseId>(context.Scene.Clock), id, TestFiles.Photo, TestContext.Current.CancellationToken);
        var missing = Assert.Single(await context.Scene.RowsAsync<Case>());
        context.Render<MudPopoverProvider>();
        var provider = context.Render<MudDialogProvider>();
        await provider.InvokeAsync(() => context.Services.GetRequiredService<IDialogService>().ShowAsync<CloseCaseDialog>("", new DialogParameters<CloseCaseDialog>
        {
            { d => d.Case, missing }, { d => d.Partners, 5 }, { d => d.HasAlert, hasAlert }, { d => d.OnlyCancels, onlyCancels },
        }));
        provider.WaitForElement(Id("close-dialog"));
        return provider;
    }

    private static string Id(string id) => $"[data-testid={id}]";
}
