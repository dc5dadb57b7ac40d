using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;

namespace Reunion.Tests.Common;

public class TypedIdTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Text_form_reads_back_as_the_same_id()
    {
        var id = TypedId.New<CaseId>(_clock);

        Assert.StartsWith("case_", id.ToString());
        Assert.True(TypedId.TryParse<CaseId>(id.ToString(), out var back));
        Assert.Equal(id, back);
    }

    [Fact]
    public void Ids_sort_by_the_time_they_were_made()
    {
        var earlier = TypedId.New<TipId>(_clock).ToString();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(string.CompareOrdinal(earlier, TypedId.New<TipId>(_clock).ToString()) < 0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("case_")]
    [InlineData("alert_00000000000000000000000000")]
    [InlineData("case_0000000000000000000000000")]
    [InlineData("case_0000000000000000000000000I")]
    [InlineData("case_zzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("case_0000000000000000000000000 ")]
    public void Anything_else_is_no_id(string? text) => Assert.False(TypedId.TryParse<CaseId>(text, out _));
}
