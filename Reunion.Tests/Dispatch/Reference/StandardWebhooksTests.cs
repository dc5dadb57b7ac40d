using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Text;
using Reunion.Core.Dispatch.Conformance;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Geofencing;
using Reunion.Core.Partners;
using Reunion.Core.Tips;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch.Reference;

/// <summary>What a partner gets over HTTP, as the official JavaScript package of Standard Webhooks judges it.</summary>
public sealed class StandardWebhooksTests
{
    // Its bytes are no UTF-8, as those of most ids.
    private const ulong HighDevice = 0xfedc_ba98_7654_3210;

    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);
    private static readonly Actor Reviewer = new("reviewer", "Reviewer", "330106", "Unit", [Roles.Supervisor]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(RecipientFormat.Json), InlineData(RecipientFormat.Binary)]
    public async Task The_official_package_takes_every_kind_of_message_and_refuses_what_was_tampered_with(RecipientFormat format)
    {
        var genuine = await CaptureAsync(format);

        var known = typeof(MessageType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(known.Order(), genuine.Select(TypeOf).Distinct().Order());
        Assert.Equal(format == RecipientFormat.Binary, genuine.Any(m => m.Headers["content-type"] == "application/vnd.reunion.recipients"));
        Assert.All(await OfficialPackage.VerifyAsync(genuine), Assert.Empty);
        foreach (var (flaw, tampered, reason) in Flaws)
            Assert.All(await OfficialPackage.VerifyAsync([.. genuine.Select(tampered)]), said => Assert.Equal($"{flaw}: {reason}", $"{flaw}: {said}"));
    }

    [Fact]
    public async Task While_a_secret_rotates_either_of_the_two_is_enough_and_afterwards_the_new_one()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app, taken) = await AddAsync(scene, RecipientFormat.Json);
        var before = app.Secret;
        var after = await scene.Get<PartnerKeys>().RotateSecretAsync(Admin, partner, Cancel);
        var alert = await scene.IssueAsync();
        await StepAsync(scene, partner, alert);
        var rotating = taken.Count;
        scene.Clock.Advance(TimeSpan.FromHours(25));
        await StepAsync(scene, partner, alert);

        List<WebhookToVerify> messages = [.. taken];
        Assert.All(messages.Take(rotating), m => Assert.Equal(2, m.Headers["webhook-signature"].Split(' ').Length));
        Assert.All(await OfficialPackage.VerifyAsync([.. messages.Select(m => m with { Secret = after })]), Assert.Empty);
        Assert.All(await OfficialPackage.VerifyAsync([.. messages.Take(rotating).Select(m => m with { Secret = before })]), Assert.Empty);
        Assert.NotEmpty(messages.Skip(rotating));
        Assert.All(await OfficialPackage.VerifyAsync([.. messages.Skip(rotating).Select(m => m with { Secret = before })]), Assert.NotEmpty);
    }

    [Fact]
    public async Task Binary_recipients_are_verified_as_bytes_which_the_package_takes_for_text()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _, taken) = await AddAsync(scene, RecipientFormat.Binary);
        scene.Get<PresenceIndex>().Report(partner, [new PositionReport(HighDevice, DispatchScene.Centre, scene.Clock.GetUtcNow())]);
        await StepAsync(scene, partner, await scene.IssueAsync());
        var batch = Assert.Single(taken, m => TypeOf(m) == MessageType.AlertRecipients);
        byte[] other = [.. batch.Body.SkipLast(1), 0];

        Assert.Equal([""], await OfficialPackage.VerifyAsync([batch with { OfBytes = true }]));
        Assert.Equal(["No matching signature found"], await OfficialPackage.VerifyAsync([batch with { OfBytes = true, Body = other }]));
        // When a later version takes it, the guide need not say more than it does for JSON.
        Assert.Equal(["No matching signature found"], await OfficialPackage.VerifyAsync([batch]));
    }

    private static IEnumerable<(string Flaw, Func<WebhookToVerify, WebhookToVerify> Tampered, string Reason)> Flaws =>
    [
        ("body", m => m with { Body = [.. m.Body, (byte)' '] }, "No matching signature found"),
        ("id", m => m.With("webhook-id", m.Headers["webhook-id"] + "0"), "No matching signature found"),
        ("timestamp", m => m.With("webhook-timestamp", $"{m.Now + 1}"), "No matching signature found"),
        ("signature", m => m.With("webhook-signature", "v1," + Convert.ToBase64String(new byte[32])), "No matching signature found"),
        ("no signature", m => m.With("webhook-signature", ""), "Missing required headers"),
        ("old", m => m with { Now = m.Now + 301 }, "Message timestamp too old"),
        ("new", m => m with { Now = m.Now - 301 }, "Message timestamp too new"),
        ("secret", m => m with { Secret = "whsec_" + Convert.ToBase64String(new byte[32]) }, "No matching signature found"),
    ];

    /// <summary>An alert's whole life, a tip's review, a clarification and a ping, as the partner's web server got them.</summary>
    private static async Task<IReadOnlyList<WebhookToVerify>> CaptureAsync(RecipientFormat format)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _, taken) = await AddAsync(scene, format);
        scene.Report(partner, 10, 90_000);
        var alert = await scene.IssueAsync();
        await StepAsync(scene, partner, alert);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await StepAsync(scene, partner, alert);
        await ReviseAsync(scene, alert);
        await StepAsync(scene, partner, alert);
        await scene.PauseAsync(alert);
        await StepAsync(scene, partner, alert);
        await scene.ResumeAsync(alert);
        await StepAsync(scene, partner, alert);
        var tip = await scene.Get<SubmitTip>().ExecuteAsync(
            alert, new TipForm { Kind = TipKind.Sighting, Text = "I saw him", Source = TipSource.PartnerApi, PartnerId = partner }, Cancel);
        await scene.Get<ReviewTip>().VerifyAsync(Reviewer, tip.TipId, 0, "Seen on camera", withCircle: false, Cancel);
        await scene.Get<DispatchReviews>().ExecuteAsync(Cancel);
        await scene.Get<PublishClarification>().ExecuteAsync(Reviewer, alert, new LocalizedText("网传照片并非该儿童。", "The photo going around is another child."), Cancel);
        await scene.Get<DispatchClarifications>().ExecuteAsync(Cancel);
        await scene.CloseAsync(alert);
        await StepAsync(scene, partner, alert);
        await scene.Get<PingPartner>().ExecuteAsync(Admin, partner, AlertMode.Actual, Cancel);
        return [.. taken];
    }

    private static async Task<(PartnerId Id, PartnerApp App, ConcurrentQueue<WebhookToVerify> Taken)> AddAsync(DispatchScene scene, RecipientFormat format)
    {
        var taken = new ConcurrentQueue<WebhookToVerify>();
        var (partner, app) = await scene.AddPartnerAsync(format: format);
        app.Judge = (headers, body) =>
        {
            taken.Enqueue(new WebhookToVerify(
                app.Secret, scene.Clock.GetUtcNow().ToUnixTimeSeconds(), headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), body));
            return PartnerAnswer.Ok;
        };
        return (partner, app, taken);
    }

    private static async Task StepAsync(DispatchScene scene, PartnerId partner, AlertId alert)
    {
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
    }

    // As any change of texts or facts does.
    private static async Task ReviseAsync(DispatchScene scene, AlertId id)
    {
        await using var db = scene.Db();
        (await db.FindAsync<Alert>([id], Cancel))!.Revise(AlertChange.Updated, scene.Clock.GetUtcNow());
        await db.SaveChangesAsync(Cancel);
    }

    private static string TypeOf(WebhookToVerify message)
    {
        var line = Encoding.UTF8.GetString(message.Body).Split('\n')[0];
        return JsonDocument.Parse(line).RootElement.GetProperty("type").GetString()!;
    }
}
