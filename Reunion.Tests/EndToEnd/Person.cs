using Microsoft.Playwright;

namespace Reunion.Tests.EndToEnd;

/// <summary>Somebody at a browser window: finds things by their test ids, and waits for them as people do.</summary>
internal sealed class Person(IPage page, Uri console)
{
    private const string DemoPassword = "Reunion-demo-2026!";

    public IPage Page => page;

    public ILocator See(string testId) => page.GetByTestId(testId);

    public Task GoAsync(string path) => page.GotoAsync(new Uri(console, path).ToString());

    public Task ClickAsync(string testId) => See(testId).First.ClickAsync();

    public Task FillAsync(string testId, string text) => See(testId).FillAsync(text);

    public Task<string> ReadAsync(string testId) => See(testId).First.InnerTextAsync();

    public async Task SignInAsync(string email, string password = DemoPassword)
    {
        await GoAsync("/account/login");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("form:has(#email) button[type=submit]").ClickAsync();
        await See("live-map").WaitForAsync();
    }

    /// <summary>Waits until something on the page is true, without touching the page.</summary>
    public async Task WaitUntilAsync(string what, Func<Task<bool>> isTrue, int seconds = 40)
    {
        for (var tries = 0; tries < seconds * 4; tries++)
        {
            if (await isTrue())
                return;
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Waited {seconds} s in vain: {what}. The page shows: {await page.Locator("body").InnerTextAsync()}");
    }
}
