using Microsoft.Playwright;
using Reunion.Tests.Api;
using Reunion.Tests.Support;

namespace Reunion.Tests.Public;

public sealed class NearestFirstTests(SurfaceScene scene, Browser browser) : IClassFixture<SurfaceScene>, IClassFixture<Browser>
{
    [Fact]
    public async Task Children_missing_near_the_reader_come_first_once_the_reader_says_where_that_is()
    {
        var harbin = await scene.IssueAsync(name: "哈小滨", latitude: 45.80, longitude: 126.53);
        var nanjing = await scene.IssueAsync(name: "南小京", latitude: 32.06, longitude: 118.79);
        var kunming = await scene.IssueAsync(name: "昆小明", latitude: 25.04, longitude: 102.72);

        var page = await browser.OpenAsync("en-US", 390, 844);
        await page.Context.SetGeolocationAsync(new Geolocation { Latitude = 30.0F, Longitude = 115.0F });
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.GotoAsync(scene.PublicUrl.ToString());
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Nearest" }).ClickAsync();

        // Neither the newest first nor the oldest; children of other tests may stand between them.
        string[] expected = [nanjing.Alert.Code, kunming.Alert.Code, harbin.Alert.Code];
        await Assertions.Expect(page.Locator("[data-nearest]")).ToBeHiddenAsync();
        var codes = (await page.Locator(".p-children > li a").AllAsync()).Select(async a => (await a.GetAttributeAsync("href"))!.Split('/')[^1]);
        Assert.Equal(expected, (await Task.WhenAll(codes)).Where(expected.Contains));
    }

    [Fact]
    public async Task Without_scripts_nothing_asks_where_the_reader_is()
    {
        await scene.IssueAsync(name: "甲小一");
        await scene.IssueAsync(name: "乙小二");
        var page = await browser.OpenAsync("en-US", 390, 844, hasScripts: false);
        await page.GotoAsync(scene.PublicUrl.ToString());
        await Assertions.Expect(page.Locator("[data-nearest]")).ToBeHiddenAsync();
        Assert.True(await page.Locator(".p-children > li").CountAsync() >= 2);
    }
}
