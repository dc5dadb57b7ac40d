using Reunion.Tests.Support;

namespace Reunion.Tests.Console;

public sealed class LanguageTests(ReunionApp app) : IClassFixture<ReunionApp>
{
    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "", "zh-Hans")]
    [InlineData("zh", "", "zh-Hans")]
    [InlineData("en-US,en;q=0.9,zh;q=0.8", "", "en")]
    [InlineData("fr,zh;q=0.5,en;q=0.4", "", "zh-Hans")]
    [InlineData("fr", "", "en")]
    [InlineData("en", "reunion.language=zh-Hans", "zh-Hans")]
    [InlineData("zh", "reunion.language=en", "en")]
    [InlineData("zh", "reunion.language=xx", "zh-Hans")]
    public async Task A_page_speaks_the_language_chosen_else_the_browsers(string accepts, string cookie, string expected)
    {
        using var client = ReunionApp.Client(app.ConsoleUrl);
        client.DefaultRequestHeaders.Add("Accept-Language", accepts);
        if (cookie.Length > 0)
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        var page = await client.GetStringAsync("account/login", TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{expected}\"", page, StringComparison.Ordinal);
    }
}
