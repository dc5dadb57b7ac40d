using System.Globalization;
using System.Text;
using Reunion.Console.Api.Presence;
using Reunion.Core.Geography;

namespace Reunion.Tests.Api.Presence;

public sealed class CommonLineTests
{
    private const string Usual = """{"device":"00000000000001f4","lat":30.2741,"lon":120.1551,"at":"2026-11-23T08:00:00Z"}""";
    private const string Noise = " {}\":,.-+0123456789aefETZ\r\\\0\u00e9";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 30, TimeSpan.Zero);

    public static TheoryData<string> OddLines =>
    [
        "", "{", "{}", "[1]", "null", Usual + "x", Usual + " ", Usual + "\r", Usual + "\r\r", " " + Usual, Usual[..^1],
        .. With("00000000000001f4", "00000000000001F4", "0000000000000000", "1f4", "00000000000001f45", "00000000000001g4", "\\u003000000000000001f4", "ffffffffffffffff"),
        .. With("30.2741", "-30.2741", "30", "0", "-0", "-0.0", "00", "01.5", "-01", "+1", ".5", "5.", "-", "-.5", "", "1e1", "1E-1", "30.0e0", "90", "90.0000001",
            "-90", "91", "1000", "30.27410000000000", "30.274100000000001", "30.2741000000000012345", "123456789012345", "1234567890123456", "0.1234567890123456789",
            "\"30\"", "null", "NaN", "30 ", " 30", "30,\"lat\":31", "99999999999999999999999999999999", "0x1", "1_0"),
        .. With("120.1551", "180", "-180", "180.00001", "-181", "120.15510000000001", "1e2", "}", ","),
        .. With("2026-11-23T08:00:00Z", "2026-11-23T08:00:00+08:00", "2026-11-23T08:00:00", "2026-11-23T08:00:00.5Z", "2026-11-23t08:00:00Z", "2026-11-23T08:00:00z",
            "2026-11-23T07:59:60Z", "2026-11-23T24:00:00Z", "2026-13-23T08:00:00Z", "2026-00-23T08:00:00Z", "2026-02-29T08:00:00Z", "2024-02-29T08:00:00Z",
            "2026-11-00T08:00:00Z", "2026-11-31T08:00:00Z", "2026-11-23T08:60:00Z", "2026-11-23 08:00:00Z", "2026-11-23T08:05:30Z", "2026-11-23T08:05:31Z",
            "2026-11-22T08:00:30Z", "2026-11-22T08:00:29Z", "0000-11-23T08:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-1a-23T08:00:00Z",
            "2026-11-23T-8:00:00Z", "٢٠٢٦-11-23T08:00:00Z", "1969-12-31T23:59:59Z", "20261123T080000Z"),
        Usual.Replace("lat", "latitude", StringComparison.Ordinal), Usual.Replace(":", ": ", StringComparison.Ordinal),
        """{"lat":30.2741,"device":"00000000000001f4","lon":120.1551,"at":"2026-11-23T08:00:00Z"}""",
        Usual[..^1] + ",\"lat\":31}", Usual[..^1] + ",\"speed\":{\"kmh\":[3]}}", Usual + Usual, "\uFEFF" + Usual,
    ];

    [Theory, MemberData(nameof(OddLines))]
    public void Says_of_an_odd_line_what_the_JSON_reader_says_or_nothing(string line) => AssertSame(Encoding.UTF8.GetBytes(line));

    [Fact]
    public void Reads_all_usual_lines_itself_and_to_the_same_double()
    {
        var random = new Random(71);
        for (var i = 0; i < 50_000; i++)
            Assert.True(AssertSame(Encoding.ASCII.GetBytes(Line(random))));
    }

    [Fact]
    public void Broken_lines_too_get_the_same_result()
    {
        var random = new Random(72);
        for (var i = 0; i < 100_000; i++)
        {
            var line = Encoding.ASCII.GetBytes(Line(random));
            for (var j = random.Next(1, 3); j > 0; j--)
                line[random.Next(line.Length)] = (byte)Noise[random.Next(Noise.Length)];
            AssertSame(random.Next(4) == 0 ? line[..random.Next(line.Length)] : line);
        }
    }

    private static string Line(Random random)
    {
        var digits = "0." + new string('#', random.Next(1, 13));
        var (lat, lon) = (random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);
        var device = (random.NextInt64() | 1).ToString("x16", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture,
            $"{{\"device\":\"{device}\",\"lat\":{lat.ToString(digits, CultureInfo.InvariantCulture)},\"lon\":{lon.ToString(digits, CultureInfo.InvariantCulture)},\"at\":\"{Now.AddSeconds(-random.Next(80_000)):yyyy-MM-dd'T'HH:mm:ss'Z'}\"}}");
    }

    private static IEnumerable<string> With(string usual, params string[] others) =>
        others.Select(other => Usual.Replace(usual, other, StringComparison.Ordinal));

    /// <returns>Whether the line is one of the common ones.</returns>
    private static bool AssertSame(byte[] line)
    {
        if (!CommonLine.TryRead(line, out var device, out var latitude, out var longitude, out var unixSeconds))
            return false;
        using var ours = new PositionBatch(Datum.Wgs84, Now, TimeSpan.FromDays(1));
        using var theirs = new PositionBatch(Datum.Wgs84, Now, TimeSpan.FromDays(1));
        ours.Add(device, latitude, longitude, unixSeconds);
        PositionLine.Read(line, theirs);
        Assert.Equal(theirs.Positions.ToArray(), ours.Positions.ToArray());
        Assert.Equal(theirs.Answer("").Errors, ours.Answer("").Errors);
        return true;
    }
}
