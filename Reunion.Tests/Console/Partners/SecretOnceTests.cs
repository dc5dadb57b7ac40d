using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Components.Pages.Partners;

namespace Reunion.Tests.Console.Partners;

public sealed class SecretOnceTests : BunitContext
{
    public SecretOnceTests() => Services.AddLocalization().AddLogging();

    [Fact]
    public async Task Copying_puts_exactly_the_secret_on_the_clipboard()
    {
        var copy = JSInterop.SetupVoid("navigator.clipboard.writeText", "rnk_secret").SetVoidResult();
        var shown = Render<SecretOnce>(p => p.Add(s => s.Label, "API key").Add(s => s.Secret, "rnk_secret"));
        await shown.Find("button").ClickAsync(new());
        Assert.Single(copy.Invocations);
        Assert.Equal("rnk_secret", shown.Find("code").TextContent);
    }
}
