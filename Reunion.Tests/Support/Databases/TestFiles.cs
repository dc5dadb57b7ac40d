using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Partners;
using Reunion.Core.Photos;
using Reunion.Core.Tips;

namespace Reunion.Tests.Support.Databases;

/// <summary>Forms that pass every check, for tests to change one thing in.</summary>
internal static class TestFiles
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static readonly CleanPhoto Photo = new([0xFF, 0xD8, 0xFF, 0xD9], 3, 4);

    public static CaseFile Case() => new()
    {
        Name = "小雨",
        Sex = Sex.Female,
        BirthDate = new DateOnly(2017, 5, 4),
        HeightCm = 132,
        WeightKg = 28,
        Features = "右眉有一颗痣",
        Clothing = "红色外套",
        Latitude = 30.2741,
        Longitude = 120.1551,
        Place = "杭州西湖区文三路",
        LastSeenAtUtc = Now.AddMinutes(-30),
        ReportedAtUtc = Now.AddMinutes(-10),
        Circumstances = "放学后没有回家",
        ContactUnit = "杭州市公安局西湖分局",
        ContactPhone = "+86 571 8702-0110",
    };

    public static PartnerForm Partner(string name = "Riding Along") => new() { Name = name, Endpoint = "https://rides.example/hooks" };

    public static TipForm Tip(string? key = null) => new()
    {
        Kind = TipKind.Sighting,
        Text = "看见一个穿红色外套的女孩上了出租车",
        SeenAtUtc = Now.AddMinutes(-5),
        Latitude = 30.3,
        Longitude = 120.2,
        Source = TipSource.PublicPage,
        IdempotencyKey = key,
    };

    public static async Task<CaseId> FiledAsync(this TestScene scene)
    {
        var id = TypedId.New<CaseId>(scene.Clock);
        return await scene.Get<FileCase>().ExecuteAsync(TestPeople.Officer, id, Case(), Photo);
    }

    public static async Task<AlertId> IssuedAsync(this TestScene scene, CaseId? filed = null)
    {
        var id = filed ?? await scene.FiledAsync();
        return await scene.Get<IssueAlert>().ExecuteAsync(TestPeople.Officer, id, 0, new IssueRequest(AlertMode.Actual, ClockStart.Report));
    }

    public static async Task<TipSummary> TippedAsync(this TestScene scene, AlertId alert, TipForm? form = null)
    {
        var receipt = await scene.Get<SubmitTip>().ExecuteAsync(alert, form ?? Tip());
        return (await scene.Get<ReadTips>().ListAsync(TestPeople.Supervisor, alert)).Single(t => t.Id == receipt.TipId);
    }
}
