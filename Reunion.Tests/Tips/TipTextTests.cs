using Reunion.Core.Tips;

namespace Reunion.Tests.Tips;

public sealed class TipTextTests
{
    [Theory]
    [InlineData("  red coat \r\n at the station\t2 ", "red coat \n at the station\t2")]
    [InlineData("nul\0 and bell\a", "nul and bell")]
    [InlineData("turned \u202Eround\u202C", "turned round")]
    [InlineData("isolated \u2066text\u2069", "isolated text")]
    [InlineData("half a pair \uD83D.", "half a pair .")]
    [InlineData("a whole pair 👧🏻", "a whole pair 👧🏻")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("红色外套", "红色外套")]
    public void What_could_mislead_a_reader_is_taken_out_and_the_words_stay(string given, string kept) =>
        Assert.Equal(kept, TipText.Clean(given));
}
