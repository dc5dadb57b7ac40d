using Reunion.Console.Api.Exports;

namespace Reunion.Tests.Api.Exports;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"x\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("\u0001=1+1")]
    [InlineData("\u007F=1+1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1+1")]
    [InlineData("\uFF0D1+1")]
    [InlineData("\uFF20SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("\u3000\uFF1D1+1")]
    [InlineData("\uFEFF=1+1")]
    public void What_a_spreadsheet_would_calculate_has_an_apostrophe_before_it(string words) =>
        Assert.StartsWith("'", CsvLine.Harmless(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("看见她了=真的")]
    [InlineData("a-b, c+d")]
    [InlineData("两行\n第二行")]
    public void Other_words_stay_as_they_are(string words) => Assert.Equal(words, CsvLine.Harmless(words));

    [Fact]
    public void Control_characters_within_words_are_shown_as_what_cannot_be_read() =>
        Assert.Equal("a\uFFFDb", CsvLine.Harmless("a\0b"));

    [Fact]
    public void Numbers_of_our_own_stay_numbers() => Assert.Equal("-33.8688,7\r\n", CsvLine.Of([-33.8688, 7]));

    [Fact]
    public void Quotes_commas_and_line_breaks_are_quoted() =>
        Assert.Equal("\"a \"\"b\"\", c\",\"d\ne\",,\" f\"\r\n", CsvLine.Of(["a \"b\", c", "d\ne", null, " f"]));
}
