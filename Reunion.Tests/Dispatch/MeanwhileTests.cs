using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

/// <summary>What an admin changes about a partner while a message to it is on its way.</summary>
public sealed class MeanwhileTests
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_rotated_meanwhile_signs_the_next_attempt_beside_the_old_one()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var (old, next) = (app.Secret, "");
        await DuringAttemptAsync(scene, partner, app, 500, async () =>
            next = await scene.Get<PartnerKeys>().RotateSecretAsync(TestPeople.Admin, partner, Cancel));

        app.Secret = next;
        await RetryAsync(scene, partner);
        // The partner's engineers put the new secret in when they get to it; until then the old one still counts.
        await scene.AdvanceAsync(await scene.IssueAsync());
        app.Secret = old;
        await scene.DrainAsync(partner);

        Assert.All(app.Requests, r => Assert.True(r.IsSigned));
        Assert.Equal(3, app.Requests.Count);
        AssertSame(app.Requests[0], app.Requests[1]);
        Assert.All(await scene.RowsAsync<Delivery>(), d => Assert.Equal(DeliveryStatus.Delivered, d.Status));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(410)]
    public async Task An_endpoint_edited_meanwhile_gets_the_next_attempt_whatever_the_old_one_says(int status)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        await using var moved = await PartnerApp.StartAsync();
        moved.Secret = app.Secret;
        await DuringAttemptAsync(scene, partner, app, status, () => scene.MoveAsync(partner, moved.Endpoint));

        await RetryAsync(scene, partner);

        Assert.Null(Assert.Single(await scene.RowsAsync<Partner>()).EndpointGoneAtUtc);
        AssertSame(Assert.Single(app.Requests), Assert.Single(moved.Requests));
        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
        Assert.Equal([app.Endpoint, moved.Endpoint], (await scene.RowsAsync<DeliveryAttempt>()).OrderBy(a => a.Id).Select(a => a.EndpointUsed));
    }

    [Fact]
    public async Task What_a_partner_takes_that_is_suspended_meanwhile_is_delivered()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        await DuringAttemptAsync(scene, partner, app, 200, () => SetAsync(scene, partner, PartnerStatus.Suspended));

        await RetryAsync(scene, partner);

        Assert.Single(app.Requests);
        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
    }

    [Fact]
    public async Task What_a_partner_refuses_that_is_suspended_meanwhile_waits_until_it_is_back()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        await DuringAttemptAsync(scene, partner, app, 500, () => SetAsync(scene, partner, PartnerStatus.Suspended));

        await RetryAsync(scene, partner);
        Assert.Single(app.Requests);
        Assert.Equal(DeliveryStatus.Pending, Assert.Single(await scene.RowsAsync<Delivery>()).Status);

        await SetAsync(scene, partner, PartnerStatus.Active);
        await scene.DrainAsync(partner);
        Assert.Equal(2, app.Requests.Count);
        AssertSame(app.Requests[0], app.Requests[1]);
        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
    }

    [Theory]
    [InlineData(200, DeliveryStatus.Delivered)]
    [InlineData(410, DeliveryStatus.Withdrawn)]
    [InlineData(500, DeliveryStatus.Withdrawn)]
    public async Task A_partner_removed_meanwhile_keeps_what_it_took_and_is_not_tried_again(int status, DeliveryStatus after)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        await DuringAttemptAsync(scene, partner, app, status, () => scene.Get<RemovePartner>().ExecuteAsync(TestPeople.Admin, partner, Cancel));

        await RetryAsync(scene, partner);

        Assert.Single(app.Requests);
        Assert.Equal(after, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
        Assert.Equal(status, Assert.Single(await scene.RowsAsync<DeliveryAttempt>()).Status);
    }

    /// <summary>Does something while the partner has the message and has not answered.</summary>
    private static async Task DuringAttemptAsync(DispatchScene scene, PartnerId partner, PartnerApp app, int status, Func<Task> act)
    {
        var (arrived, answer) = (Source(), Source());
        app.Next(new PartnerAnswer(status, Script: async context =>
        {
            arrived.SetResult();
            await answer.Task;
        }));
        await scene.AdvanceAsync(await scene.IssueAsync());
        var draining = scene.DrainAsync(partner);
        await arrived.Task.WaitAsync(RealLimit, Cancel);
        await act();
        answer.SetResult();
        await draining.WaitAsync(RealLimit, Cancel);
    }

    private static async Task RetryAsync(DispatchScene scene, PartnerId partner)
    {
        scene.Clock.Advance(TimeSpan.FromSeconds(7));
        await scene.DrainAsync(partner).WaitAsync(RealLimit, Cancel);
    }

    private static Task SetAsync(DispatchScene scene, PartnerId partner, PartnerStatus status) =>
        scene.Get<SuspendPartner>().ExecuteAsync(TestPeople.Admin, partner, status, Cancel);

    private static TaskCompletionSource Source() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void AssertSame(PartnerRequest first, PartnerRequest second)
    {
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Body, second.Body);
    }
}
