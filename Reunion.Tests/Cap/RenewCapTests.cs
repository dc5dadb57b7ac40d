using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Cap;
using Reunion.Tests.Dispatch;

namespace Reunion.Tests.Cap;

public sealed class RenewCapTests
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_alert_always_has_a_valid_document_and_partners_are_not_told_of_renewals()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        for (var quarters = 0; quarters < 4 * 20; quarters++)
        {
            await scene.AdvanceAsync(alert);
            await scene.DrainAsync(partner);
            Assert.Contains(await DocumentsAsync(scene), d => d.ExpiresUtc > scene.Clock.GetUtcNow());
            scene.Clock.Advance(TimeSpan.FromHours(6));
        }

        var documents = await DocumentsAsync(scene);
        Assert.Equal(3, (await scene.RowsAsync<AlertRevision>()).Count(r => r.Change == AlertChange.Renewed));
        Assert.DoesNotContain("alert.updated", app.Requests.Select(r => r.Type));
        Assert.Equal(9, app.Requests.Count);
        Assert.Equal(documents[^1].Revision, app.Requests.Max(r => r.Data.GetProperty("revision").GetInt32()) + 3);
        Assert.All(documents.Skip(1), d => Assert.Equal(CapMessageType.Update, d.MsgType));
    }

    [Fact]
    public async Task Documents_that_have_expired_leave_the_references()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var alert = await scene.IssueAsync();
        for (var days = 0; days < 14; days++)
        {
            await scene.AdvanceAsync(alert);
            scene.Clock.Advance(TimeSpan.FromDays(1));
        }

        var documents = await DocumentsAsync(scene);
        Assert.All(documents, d => Assert.Equal(
            documents.Where(other => other.Revision < d.Revision && other.ExpiresUtc > d.SentUtc).Select(other => other.Identifier),
            Referred(d)));
        // Issued on day 0, grown until day 1, renewed on days 7 and 13: each time those before are still valid, or not any more.
        Assert.Equal(documents.Skip(1).SkipLast(2).Select(d => d.Identifier), Referred(documents[^2]));
        Assert.Equal([documents[^2].Identifier], Referred(documents[^1]));
    }

    [Fact]
    public async Task After_a_standstill_of_weeks_the_chain_starts_anew()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.PauseAsync(alert);
        await scene.AdvanceAsync(alert);
        scene.Clock.Advance(TimeSpan.FromDays(30));
        await scene.AdvanceAsync(alert);

        var newest = (await DocumentsAsync(scene))[^1];
        Assert.Equal((CapMessageType.Alert, 3), (newest.MsgType, newest.Revision));
        Assert.Empty(Referred(newest));
        // Still paused, and so it says.
        Assert.Contains("Paused", XElement.Parse(newest.Xml).Element(Cap + "note")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_from_before_there_were_documents_gets_one()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await ForgetDocumentsAsync(scene);
        await scene.AdvanceAsync(alert);
        await scene.AdvanceAsync(alert);

        Assert.Equal(CapMessageType.Alert, Assert.Single(await DocumentsAsync(scene)).MsgType);
    }

    [Fact]
    public async Task A_renewal_waits_for_what_is_still_to_be_told()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await ForgetDocumentsAsync(scene);
        await scene.PauseAsync(alert);

        await scene.Get<RenewCap>().ExecuteAsync(alert, Cancel);

        Assert.Empty(await DocumentsAsync(scene));
    }

    [Fact]
    public async Task An_alert_that_is_over_is_not_renewed()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        scene.Clock.Advance(TimeSpan.FromDays(10));

        await scene.Get<RenewCap>().ExecuteAsync(alert, Cancel);

        Assert.Equal([CapMessageType.Alert, CapMessageType.Cancel], (await DocumentsAsync(scene)).Select(d => d.MsgType));
    }

    private static async Task<List<CapDocument>> DocumentsAsync(DispatchScene scene) =>
        [.. (await scene.RowsAsync<CapDocument>()).OrderBy(d => d.Revision)];

    private static IEnumerable<string> Referred(CapDocument document) =>
        XElement.Parse(document.Xml).Element(Cap + "references")?.Value.Split(' ').Select(triple => triple.Split(',')[1]) ?? [];

    // As the rows were before the migration.
    private static async Task ForgetDocumentsAsync(DispatchScene scene)
    {
        await using var db = scene.Db();
        await db.Set<CapDocument>().ExecuteDeleteAsync(Cancel);
    }
}
