using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common.Problems;
using Reunion.Core.Tips;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips;

public sealed class TipFormValidatorTests
{
    private readonly TipFormValidator _validator = new(new FakeTimeProvider(TestFiles.Now));

    public static TheoryData<string, string, Action<TipForm>> Mistakes { get; } = new()
    {
        { "Kind", "required", f => f.Kind = null },
        { "Kind", "kind_unknown", f => f.Kind = (TipKind)99 },
        { "Text", "required", f => f.Text = "  \n" },
        { "Text", "too_long", f => f.Text = new string('x', 4001) },
        { "Place", "too_long", f => f.Place = new string('x', 201) },
        { "Contact", "too_long", f => f.Contact = new string('x', 201) },
        { "IdempotencyKey", "too_long", f => f.IdempotencyKey = new string('x', 121) },
        { "SeenAtUtc", "time_in_future", f => f.SeenAtUtc = TestFiles.Now.AddMinutes(6) },
        { "Latitude", "latitude_out_of_range", f => f.Latitude = 91 },
        { "Longitude", "longitude_out_of_range", f => f.Longitude = 181 },
        { "Latitude", "place_incomplete", f => f.Longitude = null },
        { "Latitude", "place_incomplete", f => f.Latitude = null },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_field_with_its_code(string field, string code, Action<TipForm> mistake)
    {
        var form = TestFiles.Tip();
        mistake(form);
        Assert.Equal([new FieldProblem(field, code)], _validator.Problems(form));
    }

    [Theory]
    [InlineData(5, -90, -180, null)]
    [InlineData(5, 90, 180, null)]
    [InlineData(0, -90.001, 0, "latitude_out_of_range")]
    [InlineData(0, 0, -180.001, "longitude_out_of_range")]
    public void The_edges_and_a_clock_a_little_fast_are_taken_and_what_is_past_them_is_not(int minutes, double latitude, double longitude, string? code)
    {
        var form = TestFiles.Tip();
        (form.SeenAtUtc, form.Latitude, form.Longitude) = (TestFiles.Now.AddMinutes(minutes), latitude, longitude);
        Assert.Equal(code, _validator.Problems(form).SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_kind_and_a_text_of_4000_characters_are_enough() =>
        Assert.Empty(_validator.Problems(new TipForm { Kind = TipKind.Other, Text = new string('字', 4000) }));
}
