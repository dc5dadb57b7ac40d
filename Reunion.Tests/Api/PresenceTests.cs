using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geofencing.Traffic;
using Reunion.Core.Geography;
using Reunion.Tests.Support;

namespace Reunion.Tests.Api;

[Collection(SurfaceScene.Collection)]
public sealed class PresenceTests(SurfaceScene scene)
{
    private const string Ndjson = "application/x-ndjson";
    private const string Binary = "application/vnd.reunion.presence";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => scene.Get<TimeProvider>().GetUtcNow();

    [Fact]
    public async Task Each_bad_line_has_its_code_and_the_good_ones_are_taken()
    {
        var partner = await scene.AddPartnerAsync();
        string[] lines =
        [
            Line("00000000000001f4"),
            Line("00000000000001F4"), Line("0000000000000000"), Line("1f4"),
            Line("00000000000001f5", lat: "90.5"),
            Line("00000000000001f5", lon: "-181"),
            Line("00000000000001f5", at: Now.AddMinutes(6)),
            Line("00000000000001f5", at: Now.AddHours(-25)),
            "{\"device\":\"00000000000001f5\",\"lat\":30}", "not json", "[1]", Line("00000000000001f5") + "x",
            "{\"device\":\"00000000000001f5\",\"lat\":30,\"lon\":120,\"at\":\"2026-11-23T08:00:00\"}",
            "", Line("00000000000001f6").Insert(1, "\"speed\":{\"kmh\":[3]},"),
        ];
        var answer = await SendAsync(partner, Encoding.UTF8.GetBytes(string.Join("\n", lines)), Ndjson);
        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(12, answer.GetProperty("rejected").GetInt32());
        Assert.Equal(
            "1 device_invalid,2 device_invalid,3 device_invalid,4 latitude_out_of_range,5 longitude_out_of_range,6 at_in_future,7 at_too_old,"
            + "8 malformed,9 malformed,10 malformed,11 malformed,12 malformed",
            string.Join(',', answer.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("index")} {e.GetProperty("code")}")));
        Assert.Equal(scene.Get<PresenceIndex>().EpochOf(partner.Id), answer.GetProperty("epoch").GetString());
        Assert.Equal(2, scene.Get<PresenceIndex>().CountPhones(partner.Id));
        var counted = scene.Get<PresenceTraffic>().Of(partner.Id);
        Assert.Equal([2, 0, 3, 1, 1, 1, 1, 5], counted.TotalByFate);
        Assert.Equal(answer.GetProperty("epoch").GetString(), counted.LastEpoch);
    }

    [Fact]
    public async Task A_position_older_than_the_one_known_is_taken_and_counted_apart()
    {
        var partner = await scene.AddPartnerAsync();
        await SendAsync(partner, Record(1, 30.5, 120.5, Now), Binary);
        var answer = await SendAsync(partner, Record(1, 31.5, 120.5, Now.AddMinutes(-1)), Binary);
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal([1, 1, 0, 0, 0, 0, 0, 0], scene.Get<PresenceTraffic>().Of(partner.Id).TotalByFate);
    }

    [Fact]
    public async Task Operators_see_sums_of_each_partner()
    {
        var partner = await scene.AddPartnerAsync();
        await SendAsync(partner, [.. Record(1, 30.5, 120.5, Now), .. Record(0, 30.5, 120.5, Now)], Binary);
        using var client = ReunionApp.Client(scene.ConsoleUrl);
        var figures = await client.GetStringAsync("metrics", Cancel);
        Assert.Matches($"reunion_presence_positions_total{{.*fate=\"device_invalid\".*partner=\"{partner.Id}\".*}} 1\\s", figures);
        Assert.Matches($"reunion_presence_phones{{.*partner=\"{partner.Id}\".*}} 1\\s", figures);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Binary_records_are_read_plain_and_packed(bool gzip)
    {
        var partner = await scene.AddPartnerAsync();
        byte[] body =
        [
            .. Record(1, 30.5, 120.5, Now), .. Record(0, 30.5, 120.5, Now), .. Record(2, 91, 120.5, Now), .. Record(3, 30.5, 181, Now),
            .. Record(4, 30.5, 120.5, Now.AddHours(-30)),
        ];
        var answer = await SendAsync(partner, body, Binary, gzip);
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(
            ["device_invalid", "latitude_out_of_range", "longitude_out_of_range", "at_too_old"],
            answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_hundred_thousand_lines_are_taken_and_one_more_is_413_and_changes_nothing()
    {
        var partner = await scene.AddPartnerAsync();
        var lines = Enumerable.Range(1, 100_001).Select(i => Line(i.ToString("x16", CultureInfo.InvariantCulture))).ToList();
        using var tooMany = await PostAsync(partner, Encoding.UTF8.GetBytes(string.Join("\n", lines)), Ndjson, gzip: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMany.StatusCode);
        Assert.Equal(0, scene.Get<PresenceIndex>().CountPhones(partner.Id));

        var answer = await SendAsync(partner, Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Take(100_000)) + "\r\n"), Ndjson);
        Assert.Equal(100_000, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(100_000, scene.Get<PresenceIndex>().CountPhones(partner.Id));
    }

    [Fact]
    public async Task Only_the_first_hundred_errors_are_told()
    {
        var answer = await SendAsync(await scene.AddPartnerAsync(), Encoding.UTF8.GetBytes(string.Join("\n", Enumerable.Repeat("x", 150))), Ndjson);
        Assert.Equal(150, answer.GetProperty("rejected").GetInt32());
        Assert.Equal(100, answer.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_body_of_generous_lines_is_taken_up_to_64_MiB_and_a_line_too_long_is_refused_alone()
    {
        var partner = await scene.AddPartnerAsync();
        var lines = Enumerable.Range(1, 80_000).Select(i => Line(i.ToString("x16", CultureInfo.InvariantCulture)).Insert(1, new string(' ', 700)));
        var body = Encoding.UTF8.GetBytes(new string('x', 2_000_000) + "\n" + string.Join("\n", lines));
        Assert.InRange(body.Length, 60_000_000, 64 * 1024 * 1024);
        var answer = await SendAsync(partner, body, Ndjson);
        Assert.Equal((80_000, 1), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal("malformed", answer.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Broken_framing_is_400_and_another_type_415()
    {
        var partner = await scene.AddPartnerAsync();
        await AssertProblemAsync(await PostAsync(partner, new byte[21], Binary), 400, "malformed");
        var packed = Pack(new byte[2000]);
        await AssertProblemAsync(await PostAsync(partner, packed[..^10], Binary, encoding: "gzip"), 400, "malformed");
        await AssertProblemAsync(await PostAsync(partner, packed[..^8], Binary, encoding: "gzip"), 400, "malformed");
        await AssertProblemAsync(await PostAsync(partner, packed[..(packed.Length / 2)], Binary, encoding: "gzip"), 400, "malformed");
        await AssertProblemAsync(await PostAsync(partner, "no gzip"u8.ToArray(), Ndjson, encoding: "gzip"), 400, "malformed");
        await AssertProblemAsync(await PostAsync(partner, [], "application/json"), 415, "unsupported_media_type");
        await AssertProblemAsync(await PostAsync(partner, [], Ndjson, encoding: "br"), 415, "unsupported_media_type");
        await AssertProblemAsync(await PostAsync(partner, Pack(Enumerable.Repeat((byte)'\n', 80_000_000).ToArray()), Ndjson, encoding: "gzip"), 413, "too_large");
    }

    [Theory]
    [InlineData(Datum.Gcj02)]
    [InlineData(Datum.Bd09)]
    public async Task Points_are_moved_from_the_partners_datum(Datum datum)
    {
        var partner = await scene.AddPartnerAsync(datum);
        var place = new GeoPoint(30.2741, 120.1551);
        var shifted = DatumConversion.FromWgs84(place, datum);
        await SendAsync(partner, Record(7, shifted.Latitude, shifted.Longitude, Now), Binary);
        Assert.Equal(1, CountAround(place, partner.Id));
        Assert.Equal(0, CountAround(shifted, partner.Id));
    }

    [Fact]
    public async Task One_phone_or_all_can_be_forgotten_also_when_there_is_nothing()
    {
        var partner = await scene.AddPartnerAsync();
        var index = scene.Get<PresenceIndex>();
        await SendAsync(partner, [.. Record(1, 30, 120, Now), .. Record(2, 30, 120, Now), .. Record(3, 30, 120, Now)], Binary);
        var answers = new HashSet<string>();
        for (var i = 0; i < 2; i++)
        {
            using var one = await partner.Client.DeleteAsync("partner/v1/presence/0000000000000001", Cancel);
            Assert.Equal(HttpStatusCode.NoContent, one.StatusCode);
            Assert.Empty(await one.Content.ReadAsByteArrayAsync(Cancel));
            answers.Add(string.Join('|', one.Headers.Where(h => h.Key is not ("Date" or "X-Request-Id")).Select(h => $"{h.Key}={string.Join(',', h.Value)}")));
            Assert.Equal(2, CountAround(new GeoPoint(30, 120), partner.Id));
        }
        // Whether the phone was known cannot be told from the answer.
        Assert.Single(answers);

        using var all = await partner.Client.DeleteAsync("partner/v1/presence", Cancel);
        Assert.Equal(HttpStatusCode.NoContent, all.StatusCode);
        Assert.Equal(0, CountAround(new GeoPoint(30, 120), partner.Id));
        await AssertProblemAsync(await partner.Client.DeleteAsync("partner/v1/presence/xyz", Cancel), 400, "device_invalid");
    }

    private long CountAround(GeoPoint point, PartnerId partner) =>
        scene.Get<PresenceIndex>().Count([new Disc(point, 60)]).TryGetValue(partner, out var counts) ? counts[0] : 0;

    private string Line(string device, string lat = "30.2741", string lon = "120.1551", DateTimeOffset? at = null) =>
        $"{{\"device\":\"{device}\",\"lat\":{lat},\"lon\":{lon},\"at\":\"{at ?? Now:yyyy-MM-dd'T'HH:mm:ss'Z'}\"}}";

    private static byte[] Record(ulong device, double lat, double lon, DateTimeOffset at)
    {
        var record = new byte[20];
        BinaryPrimitives.WriteUInt64LittleEndian(record, device);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(8), (int)Math.Round(lat * 1e7));
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(12), (int)Math.Round(lon * 1e7));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(16), (uint)at.ToUnixTimeSeconds());
        return record;
    }

    private static byte[] Pack(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(body);
        return packed.ToArray();
    }

    private static async Task<JsonElement> SendAsync(ScenePartner partner, byte[] body, string type, bool gzip = false)
    {
        using var answer = await PostAsync(partner, body, type, gzip);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await SurfaceScene.JsonAsync(answer);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        ScenePartner partner, byte[] body, string type, bool gzip = false, string? encoding = null)
    {
        using var content = new ByteArrayContent(gzip ? Pack(body) : body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (gzip || encoding is not null)
            content.Headers.ContentEncoding.Add(encoding ?? "gzip");
        return await partner.Client.PostAsync("partner/v1/presence", content, Cancel);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, int status, string code)
    {
        using (answer)
        {
            Assert.Equal((status, code), ((int)answer.StatusCode, (await SurfaceScene.JsonAsync(answer)).GetProperty("code").GetString()));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }
}
