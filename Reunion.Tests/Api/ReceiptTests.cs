using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Partners;
using Reunion.Tests.Support;

namespace Reunion.Tests.Api;

[Collection(SurfaceScene.Collection)]
public sealed class ReceiptTests(SurfaceScene scene)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_counts_once()
    {
        var (partner, facts) = await ToldAsync();
        var receipt = new { receiptId = "r-1", circleId = facts.Alert.Circles[0].Id.ToString(), ring = 1, delivered = 9000, opened = 1200, unknown = "x" };
        for (var i = 0; i < 3; i++)
            Assert.Equal((202, null), await PostAsync(partner, facts, "receipts", receipt));
        var kept = await scene.ReadAsync(db => db.Set<Receipt>().Where(r => r.PartnerId == partner.Id).ToListAsync(Cancel));
        Assert.Equal((9000, 1200), (Assert.Single(kept).Delivered, kept[0].Opened));
    }

    [Fact]
    public async Task A_wrong_receipt_names_its_fields()
    {
        var (partner, facts) = await ToldAsync();
        Assert.Equal((400, "invalid: receiptId,ring,delivered"), await PostAsync(partner, facts, "receipts", new { circleId = "x", ring = 0, delivered = -1 }));
        Assert.Equal((400, "invalid: circleId"), await PostAsync(partner, facts, "receipts", new { receiptId = "a", circleId = "x", ring = 1 }));
        using var malformed = await partner.Client.PostAsync(
            $"partner/v1/alerts/{facts.Alert.Id}/receipts", new StringContent("{", null, "application/json"), Cancel);
        Assert.Equal((400, "malformed"), await ReadAsync(malformed));
        using var text = await partner.Client.PostAsync($"partner/v1/alerts/{facts.Alert.Id}/receipts", new StringContent("{}"), Cancel);
        Assert.Equal((415, "unsupported_media_type"), await ReadAsync(text));
    }

    [Fact]
    public async Task The_photo_can_be_withdrawn_after_the_end_only()
    {
        var (partner, facts) = await ToldAsync();
        Assert.Equal((409, "alert_not_ended"), await PostAsync(partner, facts, "withdrawal", new { photoWithdrawn = true }));
        await scene.CloseAsync(facts);
        Assert.Equal((400, "invalid: photoWithdrawn"), await PostAsync(partner, facts, "withdrawal", new { photoWithdrawn = false }));
        for (var i = 0; i < 2; i++)
            Assert.Equal((202, null), await PostAsync(partner, facts, "withdrawal", new { photoWithdrawn = true }));
        Assert.Equal(1, await scene.ReadAsync(db => db.Set<PhotoWithdrawal>().CountAsync(w => w.PartnerId == partner.Id && w.ConfirmedAtUtc != null, Cancel)));
    }

    [Fact]
    public async Task A_suspended_partner_may_still_confirm_that_the_photo_is_down_and_nothing_else()
    {
        var (partner, facts) = await ToldAsync();
        await scene.CloseAsync(facts);
        await scene.Get<SuspendPartner>().ExecuteAsync(TestActors.Admin, partner.Id, PartnerStatus.Suspended, Cancel);
        var receipt = new { receiptId = "r-1", circleId = facts.Alert.Circles[0].Id.ToString(), ring = 1, delivered = 1, opened = 0 };
        Assert.Equal((403, "partner_suspended"), await PostAsync(partner, facts, "receipts", receipt));
        Assert.Equal((403, "partner_suspended"), await PostAsync(partner, facts, "tips", new { kind = "sighting", text = "x" }));
        Assert.Equal((202, null), await PostAsync(partner, facts, "withdrawal", new { photoWithdrawn = true }));
        var kept = await scene.ReadAsync(db => db.Set<PhotoWithdrawal>().SingleAsync(w => w.PartnerId == partner.Id, Cancel));
        Assert.NotNull(kept.ConfirmedAtUtc);

        var keys = scene.Get<PartnerKeys>();
        foreach (var key in await keys.ListAsync(TestActors.Admin, partner.Id, Cancel))
            await keys.RevokeAsync(TestActors.Admin, key.Id, Cancel);
        Assert.Equal((401, "unauthorized"), await PostAsync(partner, facts, "withdrawal", new { photoWithdrawn = true }));
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_names_what_is_wrong()
    {
        var (partner, facts) = await ToldAsync();
        var circleId = facts.Alert.Circles[0].Id.ToString();
        Assert.Equal((400, "invalid: ring"), await PostAsync(partner, facts, "receipts", new { receiptId = "a", circleId, ring = 99, delivered = 1 }));
        Assert.Equal((400, "invalid: opened"), await PostAsync(partner, facts, "receipts", new { receiptId = "a", circleId, ring = 1, delivered = 1, opened = 2 }));
    }

    [Fact]
    public async Task A_partner_that_was_never_told_of_an_alert_reports_nothing_about_it()
    {
        var facts = await scene.IssueAsync(Core.Alerts.AlertMode.Exercise);
        var partner = await scene.AddPartnerAsync();
        Assert.Equal((404, "not_found"), await PostAsync(partner, facts, "receipts", new { receiptId = "a", circleId = "x", ring = 1 }));
        Assert.Equal((404, "not_found"), await PostAsync(partner, facts, "withdrawal", new { photoWithdrawn = true }));
    }

    private async Task<(ScenePartner, AlertFacts)> ToldAsync()
    {
        var partner = await scene.AddPartnerAsync();
        var facts = await scene.IssueAsync();
        await SurfaceScene.EventuallyAsync(() => scene.ReadAsync(db =>
            db.Set<Delivery>().AnyAsync(d => d.AlertId == facts.Alert.Id && d.PartnerId == partner.Id, Cancel)));
        return (partner, facts);
    }

    private static async Task<(int, string?)> PostAsync(ScenePartner partner, AlertFacts facts, string what, object body)
    {
        using var answer = await partner.Client.PostAsJsonAsync($"partner/v1/alerts/{facts.Alert.Id}/{what}", body, Cancel);
        return await ReadAsync(answer);
    }

    private static async Task<(int, string?)> ReadAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.Accepted)
            return (202, null);
        var problem = await SurfaceScene.JsonAsync(answer);
        var fields = problem.TryGetProperty("errors", out var errors) ? ": " + string.Join(',', errors.EnumerateObject().Select(e => e.Name)) : "";
        return ((int)answer.StatusCode, problem.GetProperty("code").GetString() + fields);
    }
}
