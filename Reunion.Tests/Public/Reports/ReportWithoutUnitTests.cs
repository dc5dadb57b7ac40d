using System.Net;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Public.Reports;

/// <summary>Before any officer has an account, nobody could take a parent's report.</summary>
public sealed class ReportWithoutUnitTests(ReunionAppWithoutAccounts app) : IClassFixture<ReunionAppWithoutAccounts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_parent_is_told_to_call_and_keeps_what_was_entered()
    {
        using var form = PublicReader.Form(new
        {
            key = "0123456789abcdef0123456789abcdef",
            name = "吴小露",
            sex = "male",
            birthDate = "2017-05-01",
            place = "杭州市西湖区",
            lastSeenAt = "2026-11-23T16:30",
            clothing = "蓝色书包",
            reporterName = "家长",
            reporterPhone = "13800000000",
        });
        form.Add(new ByteArrayContent(TestPhotos.Jpeg()), "photo", "photo.jpg");
        using var browser = PublicReader.Browser(app.PublicUrl);
        using var answer = await browser.PostAsync("report", form, Cancel);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("id=\"report-place-error\"", html, StringComparison.Ordinal);
        Assert.Contains("No police unit takes reports here yet. Call 110", html, StringComparison.Ordinal);
        foreach (var entered in new[] { "吴小露", "2017-05-01", "杭州市西湖区", "蓝色书包", "13800000000", "tel:110" })
            Assert.Contains(entered, html, StringComparison.Ordinal);
    }
}
