using System.Text;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Intake;

namespace Reunion.Tests.Tips;

public sealed class TipTextTests
{
    [Theory]
    [InlineData("  red coat \r\n at the station\t2 ", "red coat \n at the station\t2")]
    [InlineData("nul\0 and bell\a and C1\u0085\u009B", "nul and bell and C1")]
    [InlineData("turned \u202Eround\u202C", "turned round")]
    [InlineData("isolated \u2066text\u2069", "isolated text")]
    [InlineData("marks \u200Eleft\u200F right\u061C", "marks left right")]
    [InlineData("ze\u200Bro wi\u2060dth\uFEFF and a soft\u00AD hyphen", "zero width and a soft hyphen")]
    [InlineData("lines\u2028and\u2029paragraphs", "linesandparagraphs")]
    [InlineData("tags\U000E0041\U000E007F, fillers\u3164\uFFA0\u115F\u2800", "tags, fillers")]
    [InlineData("no character \uFFFE\uFFFF\uFDD0\U0001FFFF", "no character")]
    [InlineData("half a pair \uD83D. and \uDE00", "half a pair . and")]
    [InlineData("a whole pair 👧🏻", "a whole pair 👧🏻")]
    [InlineData("a family 👩‍👧 and می‌خواهم", "a family 👩‍👧 and می‌خواهم")]
    [InlineData("joiners \u200D\u200Dal\u200D\u200C\u200Done\u200D", "joiners al\u200Done")]
    [InlineData("cafe\u0301 and cafe\u200B\u0301", "caf\u00E9 and caf\u00E9")]
    [InlineData("Vie\u0323\u0302t Nam", "Vi\u1EC7t Nam")]
    [InlineData("<script>alert(1)</script> =HYPERLINK(\"x\")", "<script>alert(1)</script> =HYPERLINK(\"x\")")]
    [InlineData("红色外套", "红色外套")]
    [InlineData("\u200B\u3164\uD800", "")]
    public void What_could_mislead_a_reader_is_taken_out_and_the_words_stay(string given, string kept)
    {
        Assert.Equal(kept, TipText.Clean(given));
        Assert.Equal(kept, TipText.Clean(kept));
    }

    [Fact]
    public void Marks_piled_on_a_letter_are_taken_down_whatever_their_number()
    {
        // Composing these without taking them down first takes minutes: each is moved past all before it.
        var tower = string.Concat(Enumerable.Range(0, 500_000).Select(i => i % 2 == 0 ? '\u0301' : '\u0323'));
        Assert.InRange(TipText.Clean("h" + tower + "i").Length, 2, 6);
    }

    [Fact]
    public void Any_two_units_in_a_row_come_out_as_text_that_can_be_stored()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        foreach (var first in (char[])['a', '\u0301', '\uD83D', '\uDC67', '\u200D', '\uFFFD'])
            for (var second = 0; second <= char.MaxValue; second++)
                Assert.True(strict.GetBytes(TipText.Clean($"{first}{(char)second}")).Length < 20);
    }

    [Theory]
    [InlineData("She took the bus 12!", "she  took the bus １２", true)]
    [InlineData("She took the bus 12", "She took the bus 13", false)]
    [InlineData("红色外套，公交站", "红色外套 公交站。", true)]
    [InlineData("?", "!", false)]
    public void Texts_are_the_same_when_their_words_are(string one, string other, bool areSame) =>
        Assert.Equal(areSame, TipTextKey.Of(one) == TipTextKey.Of(other));
}
