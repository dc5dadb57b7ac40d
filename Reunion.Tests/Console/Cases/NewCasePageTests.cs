using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Components.Map;
using Reunion.Console.Components.Pages.Cases.Filing;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Cases;

public sealed class NewCasePageTests
{
    [Theory]
    [InlineData("en", "This is needed")]
    [InlineData("zh-Hans", "此项必填")]
    public async Task Filing_too_early_says_at_each_field_what_is_missing(string language, string needed)
    {
        using var culture = new CultureScope(language);
        await using var context = await CasesContext.CreateAsync();
        var page = Open(context);
        await page.Find(Id("submit-case")).ClickAsync(new());
        foreach (var field in new[] { "case-name", "case-sex", "case-birth-date", "case-photo", "case-place", "case-last-seen-at-utc-time", "case-contact-phone" })
            Assert.Equal(needed, page.Find(Id(field + "-error")).TextContent);
        Assert.Empty(page.FindAll(Id("case-height-cm-error")));
        Assert.Empty(await context.Scene.RowsAsync<Case>());
    }

    [Fact]
    public async Task A_wrong_field_is_mended_when_it_is_left()
    {
        using var culture = new CultureScope("en");
        await using var context = await CasesContext.CreateAsync();
        var page = Open(context);
        await page.Find(Id("submit-case")).ClickAsync(new());
        await TypeAsync(page, "case-name", "小雨");
        await page.Find(Id("case-name")).BlurAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Id("case-name-error"))));
        Assert.NotEmpty(page.FindAll(Id("case-sex-error")));
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_given_back_with_its_photo()
    {
        await using var context = await CasesContext.CreateAsync();
        var keep = context.Scene.Get<KeepUnfinishedCase>();
        await keep.KeepAsync(context.Officer, TypedId.New<CaseId>(context.Scene.Clock), TestFiles.Case(), TestFiles.Photo, TestContext.Current.CancellationToken);
        var page = Open(context);
        Assert.Equal("小雨", page.Find(Id("case-name")).GetAttribute("value"));
        Assert.Equal("15:30", page.Find(Id("case-last-seen-at-utc-time")).GetAttribute("value"));
        Assert.NotEmpty(page.FindAll(Id("photo-preview")));

        await TypeAsync(page, "case-clothing", "蓝色牛仔裤");
        context.Scene.Clock.Advance(TimeSpan.FromSeconds(1));
        UnfinishedCase? kept = null;
        await page.WaitForStateAsync(() => (kept = keep.FindAsync(context.Officer).GetAwaiter().GetResult())?.File.Clothing == "蓝色牛仔裤");
        Assert.Equal(TestFiles.Photo.Jpeg, kept!.PhotoJpeg);
    }

    [Fact]
    public async Task A_complete_form_files_the_case_under_the_id_it_was_given_and_opens_it()
    {
        await using var context = await CasesContext.CreateAsync();
        var id = TypedId.New<CaseId>(context.Scene.Clock);
        await context.Scene.Get<KeepUnfinishedCase>().KeepAsync(context.Officer, id, TestFiles.Case(), TestFiles.Photo, TestContext.Current.CancellationToken);
        var page = Open(context);
        await page.Find(Id("submit-case")).ClickAsync(new());
        Assert.Equal(id, Assert.Single(await context.Scene.RowsAsync<Case>()).Id);
        Assert.EndsWith($"/cases/{id}", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_picked_on_the_map_is_described_until_somebody_writes_a_better_one()
    {
        using var culture = new CultureScope("en");
        await using var context = await CasesContext.CreateAsync();
        var page = Open(context);
        var map = page.FindComponent<LeafletMap>();
        await map.InvokeAsync(() => map.Instance.OnPicked(30.29365, 120.16142));
        Assert.Contains("Hangzhou", page.Find(Id("case-place")).GetAttribute("value"), StringComparison.Ordinal);
        await TypeAsync(page, "case-place", "Behind the school");
        await map.InvokeAsync(() => map.Instance.OnPicked(39.9, 116.4));
        Assert.Equal("Behind the school", page.Find(Id("case-place")).GetAttribute("value"));
    }

    [Fact]
    public void A_late_report_is_told_with_the_radius_it_opens_with()
    {
        var form = new CaseForm(default, new CaseFile { LastSeenAtUtc = TestFiles.Now.AddHours(-3.2) });
        Assert.Equal(500_000, CaseForm.OpensWith(form.Late(TestFiles.Now)!.Value));
        form.File.ReportedAtUtc = TestFiles.Now.AddHours(-3);
        Assert.Null(form.Late(TestFiles.Now));
    }

    private static IRenderedComponent<NewCasePage> Open(CasesContext context)
    {
        context.Render<MudBlazor.MudPopoverProvider>();
        var page = context.Render<NewCasePage>();
        page.WaitForElement(Id("case-name"));
        return page;
    }

    private static Task TypeAsync(IRenderedComponent<NewCasePage> page, string field, string text) =>
        page.Find(Id(field)).InputAsync(text);

    private static string Id(string id) => $"[data-testid={id}]";
}
