using System.IO.Compression;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch;

public sealed class HostilePartnerTests
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_message_that_was_taken_stays_taken_when_the_answers_body_only_drips()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Next(new PartnerAnswer(200, Script: async context =>
        {
            await context.Response.Body.WriteAsync(new byte[1]);
            await context.Response.Body.FlushAsync();
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }));
        await scene.AdvanceAsync(await scene.IssueAsync());

        var draining = scene.DrainAsync(partner);
        await started.Task.WaitAsync(RealLimit, TestContext.Current.CancellationToken);
        await PassAsync(scene, draining);

        await ExpectAsync(scene, DeliveryStatus.Delivered, "200");
    }

    [Fact]
    public async Task A_compressed_answer_is_neither_asked_for_nor_unpacked()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var (accepted, bomb) = ("", Bomb());
        app.Next(new PartnerAnswer(200, Script: async context =>
        {
            accepted = context.Request.Headers.AcceptEncoding.ToString();
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(bomb);
        }));
        await scene.AdvanceAsync(await scene.IssueAsync());
        var before = GC.GetTotalAllocatedBytes();

        await scene.DrainAsync(partner).WaitAsync(RealLimit, TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64L * 1024 * 1024);
        Assert.Equal("", accepted);
        await ExpectAsync(scene, DeliveryStatus.Delivered, "200");
    }

    [Theory]
    [InlineData(200, DeliveryStatus.Delivered)]
    [InlineData(500, DeliveryStatus.Pending)]
    public async Task A_connection_that_breaks_in_the_body_takes_the_status_not_back(int status, DeliveryStatus expected)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        using var app = new CutOffApp(status, "0123456789");
        await scene.MoveAsync(partner, app.Endpoint);
        await scene.AdvanceAsync(await scene.IssueAsync());

        await scene.DrainAsync(partner).WaitAsync(RealLimit, TestContext.Current.CancellationToken);

        await ExpectAsync(scene, expected, status.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_connection_that_breaks_before_a_status_is_tried_again_with_the_same_bytes()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(200, Script: context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }));
        await scene.AdvanceAsync(await scene.IssueAsync());

        await scene.DrainAsync(partner).WaitAsync(RealLimit, TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryStatus.Pending, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
        scene.Clock.Advance(TimeSpan.FromSeconds(6));
        await scene.DrainAsync(partner).WaitAsync(RealLimit, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
        Assert.Equal(2, app.Requests.Count);
        Assert.Equal(app.Requests[0].Id, app.Requests[1].Id);
        Assert.Equal(app.Requests[0].Body, app.Requests[1].Body);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_a_failure_and_not_followed(int status)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(status, Script: context =>
        {
            context.Response.Headers.Location = app.ExerciseEndpoint;
            return Task.CompletedTask;
        }));
        await scene.AdvanceAsync(await scene.IssueAsync());

        await scene.DrainAsync(partner);

        Assert.Equal("/alerts", Assert.Single(app.Requests).Path);
        await ExpectAsync(scene, DeliveryStatus.Pending, status.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("999999999999999999999")]
    [InlineData("2147483647")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task An_absurd_retry_after_delays_by_half_an_hour_at_most(string retryAfter)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        app.Next(new PartnerAnswer(429, Script: context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        }));
        await scene.AdvanceAsync(await scene.IssueAsync());

        await scene.DrainAsync(partner);

        var wait = Assert.Single(await scene.RowsAsync<Delivery>()).NextAttemptAtUtc - scene.Clock.GetUtcNow();
        Assert.InRange(wait, TimeSpan.FromSeconds(4), RetrySchedule.LongestRetryAfter * 1.1);
    }

    [Fact]
    public async Task Partners_that_all_fail_together_and_come_back_together_get_everything()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var partners = new List<(PartnerId Id, PartnerApp App)>();
        for (var i = 0; i < 5; i++)
            partners.Add(await scene.AddPartnerAsync());
        partners.ForEach(p => p.App.Otherwise = () => new PartnerAnswer(503));
        for (var i = 0; i < 3; i++)
            await scene.AdvanceAsync(await scene.IssueAsync());
        for (var i = 0; i < 4; i++)
            await DrainAllAsync();
        Assert.All(await scene.RowsAsync<Delivery>(), d => Assert.Equal(DeliveryStatus.Pending, d.Status));

        partners.ForEach(p => p.App.Otherwise = () => PartnerAnswer.Ok);
        for (var i = 0; i < 8; i++)
            await DrainAllAsync();

        var rows = await scene.RowsAsync<Delivery>();
        Assert.Equal(15, rows.Count);
        Assert.All(rows, d => Assert.Equal(DeliveryStatus.Delivered, d.Status));
        Assert.All(partners, p => Assert.Equal(3, p.App.Requests.Where(r => r.Answered == 200).Select(r => r.Id).Distinct().Count()));

        async Task DrainAllAsync()
        {
            await Task.WhenAll(partners.Select(p => scene.DrainAsync(p.Id))).WaitAsync(RealLimit, TestContext.Current.CancellationToken);
            scene.Clock.Advance(TimeSpan.FromMinutes(3));
        }
    }

    // Turns the clock until the sender's own limit has ended what it waits for.
    private static async Task PassAsync(DispatchScene scene, Task draining)
    {
        for (var i = 0; i < 100 && !draining.IsCompleted; i++)
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(draining, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        await draining.WaitAsync(RealLimit, TestContext.Current.CancellationToken);
    }

    private static async Task ExpectAsync(DispatchScene scene, DeliveryStatus status, string result)
    {
        Assert.Equal(status, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
        Assert.Equal(result, Assert.Single(await scene.RowsAsync<DeliveryAttempt>()).Result);
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 50; i++)
                gzip.Write(zeros);
        }

        return packed.ToArray();
    }
}
