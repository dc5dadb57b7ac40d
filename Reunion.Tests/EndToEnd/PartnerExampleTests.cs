using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Conformance;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Partners;
using Reunion.Core.Tips;
using Reunion.Tests.Api;
using Reunion.Tests.Support;

namespace Reunion.Tests.EndToEnd;

/// <summary>The partner guide's examples, run as a reader would run them, against the real program.</summary>
public sealed class PartnerExampleTests
{
    // The first is no UTF-8 in binary recipients; the third is 1,000 km away.
    private const string Near = "fedcba9876543210";
    private const string AlsoNear = "00000000000001f4";
    private const string Far = "00000000000001f5";

    // Two programs beside the test's, on a machine that may be busy.
    private const int PatienceSeconds = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("node", RecipientFormat.Json)]
    [InlineData("node", RecipientFormat.Binary)]
    [InlineData("python", RecipientFormat.Json)]
    [InlineData("python", RecipientFormat.Binary)]
    public async Task An_example_carries_an_alert_from_its_issue_to_the_photo_being_down(string language, RecipientFormat format)
    {
        await using var scene = new SurfaceScene();
        await scene.InitializeAsync();
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestActors.Admin, Form(new Uri("http://127.0.0.1:9"), format), Cancel);
        await using var app = await ExampleApp.StartAsync(language, scene.PartnerUrl, partner);
        await scene.Get<RegisterPartner>().UpdateAsync(TestActors.Admin, partner.Id, 0, Form(app.Address, format), Cancel);
        try
        {
            await ConformAsync(scene, partner.Id);
            await CarryAsync(scene, app, partner.Id);
        }
        catch
        {
            TestContext.Current.AddAttachment("example", app.Output);
            throw;
        }
    }

    private static async Task ConformAsync(SurfaceScene scene, PartnerId partner)
    {
        var report = await scene.Get<RunConformance>().ExecuteAsync(TestActors.Admin, partner, null, Cancel);
        Assert.Empty(report.Results.Where(r => !r.IsPassed).Select(r => r.Step.Code));
        Assert.True(report.IsPassed);
    }

    private static async Task CarryAsync(SurfaceScene scene, ExampleApp app, PartnerId partner)
    {
        await app.MoveAsync(Near, 30.2741, 120.1551);
        await app.MoveAsync(AlsoNear, 30.6, 120.2);
        await app.MoveAsync(Far, 39.9, 116.4);
        var facts = await scene.IssueAsync();
        var alert = facts.Alert.Id.ToString();
        foreach (var device in new[] { Near, AlsoNear })
            await SurfaceScene.EventuallyAsync(
                async () => (await app.ShownAsync(device)).Any(a => a.GetProperty("alertId").GetString() == alert), PatienceSeconds);
        Assert.Empty(await app.ShownAsync(Far));
        await SurfaceScene.EventuallyAsync(() => scene.ReadAsync(
            async db => await db.Set<Receipt>().Where(r => r.PartnerId == partner && r.AlertId == facts.Alert.Id).SumAsync(r => r.Delivered) == 2), PatienceSeconds);

        await TellAsync(scene, app, partner, facts);

        await scene.CloseAsync(facts);
        await SurfaceScene.EventuallyAsync(() => scene.ReadAsync(
            db => db.Set<PhotoWithdrawal>().AnyAsync(w => w.PartnerId == partner && w.AlertId == facts.Alert.Id && w.ConfirmedAtUtc != null)), PatienceSeconds);
        Assert.Empty(await app.ShownAsync(Near));
        var late = await app.TellAsync(Near, new { alertId = alert, kind = "sighting", text = "There he is" });
        Assert.Equal("alert_ended", late.GetProperty("code").GetString());
    }

    private static async Task TellAsync(SurfaceScene scene, ExampleApp app, PartnerId partner, AlertFacts facts)
    {
        var told = await app.TellAsync(Near, new { alertId = facts.Alert.Id.ToString(), kind = "sighting", text = "桥边有一个穿红外套的女孩", lat = 30.3, lon = 120.2 });
        Assert.NotEqual("", told.GetProperty("receiptCode").GetString());
        var tip = Assert.Single(await scene.ReadAsync(db => db.Set<Tip>().AsNoTracking().ToListAsync()));
        Assert.Equal((told.GetProperty("tipId").GetString(), TipSource.PartnerApi, partner), (tip.Id.ToString(), tip.Source, tip.PartnerId!.Value));
    }

    private static PartnerForm Form(Uri app, RecipientFormat format) => new()
    {
        Name = "Example",
        Endpoint = new Uri(app, "alerts").ToString(),
        ExerciseEndpoint = new Uri(app, "exercise").ToString(),
        RecipientFormat = format,
        IsInternal = true,
    };
}
