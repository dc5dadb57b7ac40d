using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Cases;
using Reunion.Core.Common.Problems;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Cases;

public sealed class CaseFileValidatorTests
{
    private readonly CaseFileValidator _validator = new(new FakeTimeProvider(TestFiles.Now));

    public static TheoryData<string, string, Action<CaseFile>> Mistakes { get; } = new()
    {
        { "Name", "required", f => f.Name = " " },
        { "Name", "too_long", f => f.Name = new string('雨', 101) },
        { "Sex", "required", f => f.Sex = null },
        { "BirthDate", "required", f => f.BirthDate = null },
        { "BirthDate", "birth_date_in_future", f => f.BirthDate = new DateOnly(2026, 11, 24) },
        { "BirthDate", "not_a_minor", f => f.BirthDate = new DateOnly(2008, 11, 23) },
        { "HeightCm", "height_out_of_range", f => f.HeightCm = 29 },
        { "HeightCm", "height_out_of_range", f => f.HeightCm = 221 },
        { "WeightKg", "weight_out_of_range", f => f.WeightKg = 0 },
        { "WeightKg", "weight_out_of_range", f => f.WeightKg = 201 },
        { "Features", "too_long", f => f.Features = new string('x', 1001) },
        { "Clothing", "too_long", f => f.Clothing = new string('x', 1001) },
        { "Latitude", "place_on_map_required", f => f.Latitude = null },
        { "Latitude", "latitude_out_of_range", f => f.Latitude = 90.01 },
        { "Latitude", "latitude_out_of_range", f => f.Latitude = double.NaN },
        { "Longitude", "place_on_map_required", f => f.Longitude = null },
        { "Longitude", "longitude_out_of_range", f => f.Longitude = -180.5 },
        { "Place", "required", f => f.Place = "" },
        { "Place", "too_long", f => f.Place = new string('x', 201) },
        { "LastSeenAtUtc", "required", f => f.LastSeenAtUtc = null },
        { "LastSeenAtUtc", "time_in_future", f => (f.LastSeenAtUtc, f.ReportedAtUtc) = (TestFiles.Now.AddMinutes(6), null) },
        { "ReportedAtUtc", "time_in_future", f => f.ReportedAtUtc = TestFiles.Now.AddMinutes(6) },
        { "ReportedAtUtc", "report_before_last_seen", f => f.ReportedAtUtc = f.LastSeenAtUtc!.Value.AddMinutes(-1) },
        { "Circumstances", "too_long", f => f.Circumstances = new string('x', 4001) },
        { "Suspects", "too_long", f => f.Suspects = new string('x', 2001) },
        { "Vehicles", "too_long", f => f.Vehicles = new string('x', 2001) },
        { "ContactUnit", "required", f => f.ContactUnit = "" },
        { "ContactUnit", "too_long", f => f.ContactUnit = new string('x', 201) },
        { "ContactPhone", "required", f => f.ContactPhone = "" },
        { "ContactPhone", "too_long", f => f.ContactPhone = new string('1', 41) },
        { "ContactPhone", "phone_malformed", f => f.ContactPhone = "call me" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_field_with_its_code(string field, string code, Action<CaseFile> mistake)
    {
        var file = TestFiles.Case();
        mistake(file);
        Assert.Equal([new FieldProblem(field, code)], _validator.Problems(file));
    }

    [Fact]
    public void A_complete_form_has_no_problem_and_what_is_optional_may_be_missing()
    {
        var file = TestFiles.Case();
        Assert.Empty(_validator.Problems(file));
        (file.HeightCm, file.WeightKg, file.ReportedAtUtc) = (null, null, null);
        (file.Features, file.Clothing, file.Circumstances) = ("", "", "");
        Assert.Empty(_validator.Problems(file));
    }

    [Fact]
    public void Every_wrong_field_of_an_empty_form_is_told_at_once() =>
        Assert.Equal(
            ["BirthDate", "ContactPhone", "ContactUnit", "LastSeenAtUtc", "Latitude", "Longitude", "Name", "Place", "Sex"],
            _validator.Problems(new CaseFile()).Select(p => p.Field).Order(StringComparer.Ordinal));

    [Fact]
    public void A_child_born_today_by_the_date_in_China_can_be_filed()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero));
        var file = TestFiles.Case();
        file.BirthDate = new DateOnly(2026, 11, 24);
        Assert.Empty(new CaseFileValidator(clock).Problems(file));
    }
}
