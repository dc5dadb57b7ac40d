using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Accounts;
using Reunion.Core.Cases;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Public.Reports;

public sealed class UnitOfPlaceTests(ReunionApp app) : IClassFixture<ReunionApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_goes_to_the_unit_of_its_place_named_or_pointed_at()
    {
        foreach (var unit in new[] { "110101", "330102", "440103", "650100" })
        {
            var input = new PersonInput { Email = $"u{unit}@example.org", Name = unit, UnitCode = unit, UnitName = unit, Roles = [Roles.Officer] };
            await app.Services.GetRequiredService<CreatePerson>().ExecuteAsync(TestActors.Admin, input, Cancel);
        }

        foreach (var (place, point, expected) in new (string, (double Lat, double Lon)?, string)[]
                 {
                     ("杭州市西湖区文三路小学", null, "330106"), ("杭州市上城区", null, "330102"), ("12 Zhongshan Road, Guangzhou", null, "440103"),
                     ("家门口", (39.93, 116.41), "110101"), ("家门口", (43.83, 87.62), "650100"),
                     // There are other West Lake districts: where it is on the map counts.
                     ("西湖区", (23.12, 113.26), "440103"),
                 })
            Assert.Equal((place, expected), (place, await UnitOfAsync(place, point)));
    }

    private async Task<string> UnitOfAsync(string place, (double Lat, double Lon)? point)
    {
        var name = Guid.NewGuid().ToString("n");
        using var browser = PublicReader.Browser(app.PublicUrl);
        using var form = PublicReader.Form(new
        {
            name,
            sex = "male",
            birthDate = "2017-05-01",
            place,
            lat = point?.Lat.ToString(CultureInfo.InvariantCulture) ?? "",
            lon = point?.Lon.ToString(CultureInfo.InvariantCulture) ?? "",
            lastSeenAt = "2026-11-23T16:30",
            reporterName = "家长",
            reporterPhone = "13800000000",
        });
        form.Add(new ByteArrayContent(TestPhotos.Jpeg()), "photo", "photo.jpg");
        using var answer = await browser.PostAsync("report", form, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Set<Case>().Where(c => c.Child.Name == name).Select(c => c.UnitCode).SingleAsync(Cancel);
    }
}
