using System.Net;
using Reunion.Tests.Api;
using Reunion.Tests.Public;

namespace Reunion.Tests.Hosting;

/// <summary>Forms that another site sends in somebody's name.</summary>
[Collection(SurfaceScene.Collection)]
public sealed class ForgedFormTests(SurfaceScene scene)
{
    [Theory]
    [InlineData("account/logout")]
    [InlineData("account/preferences")]
    [InlineData("account/login")]
    [InlineData("setup")]
    public async Task A_form_without_its_token_is_refused_not_failed_on(string path)
    {
        foreach (var client in new[] { PublicReader.Browser(scene.ConsoleUrl), PublicReader.Program(scene.ConsoleUrl) })
            using (client)
                foreach (var token in new[] { "", "CfDJ8forged" })
                {
                    using var content = new FormUrlEncodedContent(new Dictionary<string, string>
                    {
                        ["_handler"] = "sign-in", ["returnUrl"] = "/", ["language"] = "en", ["__RequestVerificationToken"] = token,
                    });
                    using var answer = await client.PostAsync(path, content, TestContext.Current.CancellationToken);
                    Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                }
    }
}
