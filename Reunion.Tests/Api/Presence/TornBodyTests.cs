using System.Text;
using Reunion.Console.Api.Presence;
using Reunion.Core.Geography;

namespace Reunion.Tests.Api.Presence;

/// <summary>What a body says does not depend on where the network cuts it.</summary>
public sealed class TornBodyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 30, TimeSpan.Zero);

    [Fact]
    public void Lines_are_the_same_however_they_are_cut()
    {
        const string Usual = """{"device":"00000000000001f4","lat":30.2741,"lon":120.1551,"at":"2026-11-23T08:00:00Z"}""";
        string[] lines =
        [
            Usual, "", Usual + "\r", "\r", Usual.Insert(1, " "), new string('x', 8_192), new string('x', 8_193), Usual, new string(' ', 8_192),
            new string(' ', 20_000), Usual.Insert(1, new string(' ', 8_192 - Usual.Length)), Usual.Insert(1, new string(' ', 8_193 - Usual.Length)),
            new string('{', 50_000), Usual,
        ];
        var body = Encoding.ASCII.GetBytes(string.Join('\n', lines));
        // Of more than 8 KiB a line is refused alone, blank or not.
        Assert.StartsWith("6 5: ", Read(new NdjsonPositions(), body, body.Length, body.Length), StringComparison.Ordinal);
        AssertSameHoweverCut(() => new NdjsonPositions(), body);
        AssertSameHoweverCut(() => new NdjsonPositions(), [.. body, (byte)'\n', .. new byte[9_000]]);
    }

    [Fact]
    public void A_body_whose_last_read_is_cut_right_behind_a_line_is_read_to_its_end()
    {
        const string Line = """{"device":"00000000000001f4","lat":30.2741,"lon":120.1551,"at":"2026-11-23T08:00:00Z"}""";
        var body = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Repeat(Line, 40)) + "\n");
        foreach (var lines in Enumerable.Range(1, 40))
            Assert.StartsWith("40 0: ", Read(new NdjsonPositions(), body, lines * (Line.Length + 1), body.Length), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_are_the_same_however_they_are_cut()
    {
        var body = new byte[20 * 1_000];
        new Random(73).NextBytes(body);
        AssertSameHoweverCut(() => new BinaryPositions(), body);
    }

    private static void AssertSameHoweverCut(Func<IPositionFormat> format, byte[] body)
    {
        var whole = Read(format(), body, body.Length, body.Length);
        var random = new Random(74);
        for (var i = 0; i < 60; i++)
            Assert.Equal(whole, Read(format(), body, random.Next(1, i < 30 ? 60 : 9_000), random.Next(1, i % 2 == 0 ? 40 : 20_000)));
    }

    private static string Read(IPositionFormat format, byte[] body, int segmentBytes, int readBytes)
    {
        using var batch = new PositionBatch(Datum.Wgs84, Now, TimeSpan.FromDays(1));
        for (int start = 0, end = 0; end < body.Length;)
        {
            end = Math.Min(body.Length, end + readBytes);
            var buffer = BodySegment.Cut(body.AsMemory(start..end), segmentBytes);
            start += (int)buffer.Slice(0, format.Take(buffer, end == body.Length, batch)).Length;
        }

        var answer = batch.Answer("");
        return $"{answer.Accepted} {answer.Rejected}: {string.Join(", ", answer.Errors)}; {string.Join(", ", batch.Positions.ToArray())}";
    }
}
