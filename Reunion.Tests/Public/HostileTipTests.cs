using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Tips;
using Reunion.Tests.Api;

namespace Reunion.Tests.Public;

/// <summary>What people send who mean no good, or whose phone is broken: it is taken, or refused with a reason, and never failed on.</summary>
[Collection(SurfaceScene.Collection)]
public sealed class HostileTipTests(SurfaceScene scene)
{
    private static readonly byte[] HalfAPair = [0xED, 0xA0, 0x80];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>", "<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("@code{ } {{7*7}} ${7*7} %s '; DROP TABLE Tips; --", "@code{ } {{7*7}} ${7*7} %s '; DROP TABLE Tips; --")]
    [InlineData("read \u202Esdrawkcab\u202C \u200E\u200F\u200B\uFEFF\0\u0007me", "read sdrawkcab me")]
    [InlineData("H\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309i", null)]
    public async Task A_text_is_stored_and_shown_as_text(string text, string? stored)
    {
        var facts = await scene.IssueAsync();
        using var browser = PublicReader.Browser(scene.PublicUrl);
        using var answer = await browser.PostAsync(Path(facts), PublicReader.Form(new { kind = "other", text, place = text, contact = text }), Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var tip = await scene.ReadAsync(db => db.Set<Tip>().SingleAsync(t => t.AlertId == facts.Alert.Id, Cancel));
        Assert.Equal((stored ?? tip.Text, tip.Text, tip.Text), (tip.Text, tip.Place, tip.Contact));
        Assert.InRange(tip.Text.Length, 1, 60);

        var receipt = await browser.GetStringAsync(answer.Headers.Location!.ToString()[1..], Cancel);
        Assert.DoesNotContain("<script>alert", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", receipt, StringComparison.Ordinal);
        Assert.Contains(tip.Text, WebUtility.HtmlDecode(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lat=91&lon=10", "lat latitude_out_of_range")]
    [InlineData("lat=-90.001&lon=10", "lat latitude_out_of_range")]
    [InlineData("lat=10&lon=180.5", "lon longitude_out_of_range")]
    [InlineData("lat=1e308&lon=-1e308", "lat latitude_out_of_range,lon longitude_out_of_range")]
    [InlineData("lat=1e400&lon=10", "lat malformed")]
    [InlineData("lat=NaN&lon=Infinity", "lat malformed,lon malformed")]
    [InlineData("lat=١٢&lon=10", "lat malformed")]
    [InlineData("lat=10", "lat place_incomplete")]
    [InlineData("seenAt=2126-01-01T00:00", "seenAt time_in_future")]
    [InlineData("seenAt=9999-12-31T23:59", "seenAt malformed")]
    [InlineData("seenAt=0001-01-01T00:00", "seenAt malformed")]
    [InlineData("seenAt=2026-02-30T00:00", "seenAt malformed")]
    [InlineData("seenAt=2026-01-01T00:00:00%2B99:00", "seenAt malformed")]
    [InlineData("text=%01%E2%80%8B", "text required")]
    [InlineData("kind=HotelCheckIn", "kind kind_unknown")]
    public async Task A_place_off_the_globe_and_a_time_to_come_are_told_at_their_field(string fields, string expected)
    {
        var facts = await scene.IssueAsync();
        using var program = PublicReader.Program(scene.PublicUrl);
        var form = string.Join('&', fields, fields.Contains("text=", StringComparison.Ordinal) ? "" : "text=x", fields.Contains("kind=", StringComparison.Ordinal) ? "" : "kind=other");
        using var answer = await program.PostAsync(
            Path(facts), new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded")), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await SurfaceScene.JsonAsync(answer)).GetProperty("errors").EnumerateObject().Select(e => $"{e.Name} {e.Value[0]}");
        Assert.Equal(expected, string.Join(',', errors.Where(e => !expected.StartsWith("lat malformed", StringComparison.Ordinal) || !e.Contains("place_incomplete", StringComparison.Ordinal)).Order()));
    }

    [Theory]
    [InlineData("multipart/form-data", "kind=other")]
    [InlineData("multipart/form-data; boundary=", "--\r\n\r\n")]
    [InlineData("multipart/form-data; boundary=zz", "")]
    [InlineData("multipart/form-data; boundary=zz", "--zz\r\n\r\nno name\r\n--zz--\r\n")]
    [InlineData("multipart/form-data; boundary=zz", "--zz\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nnever ends")]
    [InlineData("multipart/form-data; boundary=zz", "--zz\r\nContent-Disposition: attachment\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nx\r\n--zz--\r\n")]
    [InlineData("multipart/form-data; boundary=zz", "--zz\r\nContent-Disposition: form-data; name=\"text\"\r\nContent-Type: text/plain; charset=klingon\r\n\r\nx\r\n--zz--\r\n")]
    [InlineData("multipart/form-data; boundary=zz", "--zz\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a\r\n\r\n--zz--\r\n")]
    [InlineData("multipart/form-data; boundary=zz; boundary=yy", "--yy--\r\n")]
    [InlineData("multipart/mixed; boundary=zz", "--zz--\r\n")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%zz&&&&text")]
    [InlineData("", "kind=other&text=x")]
    public async Task A_form_that_lies_about_itself_is_refused(string type, string body)
    {
        var answer = await PostAsync(await scene.IssueAsync(), type, Encoding.ASCII.GetBytes(body));
        Assert.InRange(answer, 400, 499);
    }

    [Fact]
    public async Task A_form_that_is_strange_in_parts_is_refused_or_taken()
    {
        var facts = await scene.IssueAsync();
        const string start = "--zz\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nother\r\n--zz\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n";
        static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
        static string Photo(string name) => $"\r\n--zz\r\nContent-Disposition: form-data; name=\"photos\"; filename={name}\r\nContent-Type: image/jpeg\r\n\r\n";
        byte[][] bodies =
        [
            [.. Ascii(start), .. HalfAPair, (byte)'x', .. Ascii("\r\n--zz--\r\n")],
            Ascii(start + "x" + Photo(new string('n', 20_000)) + "x\r\n--zz--\r\n"),
            Ascii(start + "x" + Photo("\"\u0001\"\"..\\/\"") + "x\r\n--zz--\r\n"),
            Ascii(start + "x" + Photo("\"\"; filename*=utf-8''%00%FF%ED%A0%80") + "x\r\n--zz--\r\n"),
            Ascii(start + "x" + string.Concat(Enumerable.Repeat(Photo("a") + "x", 3_000)) + "\r\n--zz--\r\n"),
            Ascii(start + "x\r\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"--zz\r\nContent-Disposition: form-data; name=\"f{i}\"\r\n\r\nx\r\n")) + "--zz--\r\n"),
            Ascii(start + new string('x', 5_000_000) + "\r\n--zz--\r\n"),
            Ascii(start + "x\r\n--zz\r\nContent-Disposition: form-data; name=\"text\"; filename=\"text\"\r\n\r\ny\r\n--zz--\r\n"),
            Ascii(start + "x\r\n--zz\r\nContent-Disposition: form-data; name=\"photos\"\r\n\r\nno file\r\n--zz--\r\n"),
            Ascii(start + "x\r\n--zz\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 2_000)) + "\r\nx\r\n--zz--\r\n"),
        ];
        foreach (var body in bodies)
            Assert.InRange(await PostAsync(facts, "multipart/form-data; boundary=zz", body), 201, 499);
    }

    [Fact]
    public async Task A_body_that_drips_is_ended_and_keeps_nobody_else_waiting()
    {
        var facts = await scene.IssueAsync();
        var dripping = new DrippingBody(scene.PublicUrl, Path(facts));
        var ended = dripping.RunAsync(Cancel);
        Assert.Equal(201, await PostAsync(facts, "application/x-www-form-urlencoded", [.. "kind=other&text=meanwhile"u8]));
        Assert.False(ended.IsCompleted);
        Assert.Contains(await ended, (string[])["HTTP/1.1 408 ", "HTTP/1.1 400 ", ""]);
        Assert.Equal(1, await scene.ReadAsync(db => db.Set<Tip>().CountAsync(t => t.AlertId == facts.Alert.Id, Cancel)));
    }

    private static string Path(AlertFacts facts) => $"a/{facts.Alert.Code}/tips";

    private async Task<int> PostAsync(AlertFacts facts, string type, byte[] body)
    {
        using var program = PublicReader.Program(scene.PublicUrl);
        using var content = new ByteArrayContent(body);
        if (type.Length > 0)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await program.PostAsync(Path(facts), content, Cancel);
        return (int)answer.StatusCode;
    }
}
