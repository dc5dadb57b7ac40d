using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Core.Photos;
using Reunion.Core.Storage;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Photos;

namespace Reunion.Tests.Api;

/// <summary>A running program with partners and alerts to be made as a test needs them.</summary>
public class SurfaceScene : ReunionApp
{
    public const string Collection = "Surfaces";

    private const string Nowhere = "http://127.0.0.1:9/hook";

    private int _partners;

    protected override bool HasAccounts => false;

    public HttpClient Public => Client(PublicUrl);

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A new partner with a client that sends its key.</summary>
    public async Task<ScenePartner> AddPartnerAsync(Datum datum = Datum.Wgs84, bool drills = false, int requestsPerSecond = 1000)
    {
        var made = await Get<RegisterPartner>().ExecuteAsync(TestActors.Admin, new PartnerForm
        {
            Name = $"Partner {Interlocked.Increment(ref _partners)}",
            Endpoint = Nowhere,
            ExerciseEndpoint = drills ? Nowhere + "/drills" : null,
            IsInternal = true,
            Datum = datum,
            RequestsPerSecond = requestsPerSecond,
        });
        var client = Client(PartnerUrl);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.ApiKey);
        return new ScenePartner(made.Id, made.ApiKey, client);
    }

    /// <summary>A live alert for a new case.</summary>
    public async Task<AlertFacts> IssueAsync(
        AlertMode mode = AlertMode.Actual, string name = "王小雨", double latitude = 30.2741, double longitude = 120.1551)
    {
        var clock = Get<TimeProvider>();
        var file = new CaseFile
        {
            Name = name,
            Sex = Sex.Female,
            BirthDate = DateOnly.FromDateTime(clock.GetUtcNow().AddYears(-9).AddDays(-40).Date),
            HeightCm = 132,
            WeightKg = 28,
            Features = "左眉有一颗痣",
            Clothing = "红色外套",
            Latitude = latitude,
            Longitude = longitude,
            Place = "杭州市西湖区",
            LastSeenAtUtc = clock.GetUtcNow().AddMinutes(-40),
            ContactUnit = "西湖分局",
            ContactPhone = "0571-5550110",
        };
        var id = TypedId.New<CaseId>(clock);
        await Get<FileCase>().ExecuteAsync(TestActors.Officer, id, file, PhotoCleaner.Clean(TestPhotos.Jpeg()));
        var alert = await Get<IssueAlert>().ExecuteAsync(TestActors.Officer, id, await VersionAsync(id), new IssueRequest(mode, ClockStart.Report));
        return (await Get<ReadAlerts>().FindAsync(alert))!;
    }

    public Task CloseAsync(AlertFacts facts, Outcome outcome = Outcome.FoundSafe) =>
        Get<CloseCase>().ExecuteAsync(TestActors.Officer, facts.Case.Id, outcome);

    /// <summary>Reads rows as they are stored.</summary>
    public async Task<T> ReadAsync<T>(Func<ReunionDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<ReunionDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Waits until something that is done in the background is done.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> isSo, int seconds = 15)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            if (await isSo())
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"It did not happen within {seconds} seconds.");
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private Task<int> VersionAsync(CaseId id) => ReadAsync(db => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Version).SingleAsync());
}
